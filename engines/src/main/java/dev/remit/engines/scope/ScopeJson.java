package dev.remit.engines.scope;

import dev.remit.engines.calendar.Band;
import dev.remit.engines.evidence.JsonCursor;
import dev.remit.engines.evidence.Members;
import dev.remit.engines.scope.Ruling.VolumeReading;
import java.util.List;
import java.util.Map;

/** The facts of a ruling and the ruling itself as plain JSON values, as evidence keeps them. */
public final class ScopeJson {

    private ScopeJson() {}

    /** Facts; what is not known is left out. */
    public static Map<String, Object> write(WorkItemFacts facts) {
        return new Members()
                .put("itemCode", facts.itemCode())
                .put("type", facts.type())
                .put("subtype", facts.subtype())
                .put("item", facts.item())
                .put("title", facts.title())
                .put("ticketClass", facts.ticketClass())
                .put("priority", facts.priority())
                .put("site", facts.site())
                .text("band", facts.band())
                .text("workDate", facts.workDate())
                .map();
    }

    /**
     * Reads facts that {@link #write(WorkItemFacts)} wrote.
     *
     * @throws dev.remit.engines.InvalidInput naming the place
     */
    public static WorkItemFacts readFacts(JsonCursor c) {
        return WorkItemFacts.on(c.member("workDate").date())
                .itemCode(c.member("itemCode").optional(JsonCursor::text))
                .psa(
                        c.member("type").optional(JsonCursor::text),
                        c.member("subtype").optional(JsonCursor::text),
                        c.member("item").optional(JsonCursor::text))
                .title(c.member("title").optional(JsonCursor::text))
                .ticketClass(c.member("ticketClass").optional(JsonCursor::text))
                .priority(c.member("priority").optional(JsonCursor::text))
                .site(c.member("site").optional(JsonCursor::text))
                .band(c.member("band").optional(band -> band.oneOf(Band.class)))
                .build();
    }

    /** A ruling with its clause in words and its reasons in order. */
    public static Map<String, Object> write(Ruling ruling) {
        return new Members()
                .text("verdict", ruling.verdict())
                .text("silentReason", ruling.silentReason())
                .put("categorisation", ruling.categorisation(), ScopeJson::write)
                .put("clause", ruling.clause(), ScopeJson::write)
                .put("workType", ruling.rule() == null ? null : ruling.rule().workType())
                .put(
                        "estimateMinutes",
                        ruling.rule() == null ? null : ruling.rule().estimateMinutes())
                .put("disagreeing", clauses(ruling.disagreeing()))
                .put("volume", ruling.volume(), ScopeJson::write)
                .always("approvalNeeded", ruling.approvalNeeded())
                .always("steps", ruling.steps().stream().map(ScopeJson::write).toList())
                .map();
    }

    private static Map<String, Object> write(Categorisation found) {
        return new Members()
                .text("basis", found.basis())
                .put("item", found.item())
                .put("evidence", found.evidence())
                .put("candidates", found.candidates())
                .map();
    }

    private static List<Map<String, Object>> clauses(List<Clause> clauses) {
        return clauses.stream().map(ScopeJson::write).toList();
    }

    private static Map<String, Object> write(Clause clause) {
        return new Members()
                .put("id", clause.id())
                .put("title", clause.title())
                .put("text", clause.text())
                .map();
    }

    private static Map<String, Object> write(VolumeReading volume) {
        return new Members()
                .put("item", volume.key().item())
                .text("period", volume.key().period())
                .text("from", volume.key().from())
                .put("included", volume.included())
                .put("usedBefore", volume.usedBefore())
                .map();
    }

    private static Map<String, Object> write(RulingStep step) {
        return new Members()
                .text("kind", step.kind())
                .put("details", step.details())
                .put("text", step.text())
                .map();
    }
}
