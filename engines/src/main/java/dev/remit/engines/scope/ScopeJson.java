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

    /**
     * Reads what was found of a work item whose words are withheld.
     *
     * @throws dev.remit.engines.InvalidInput naming the place
     */
    public static Categorisation readCategorisation(JsonCursor c) {
        return new Categorisation(
                c.member("basis").oneOf(Categorisation.Basis.class),
                c.member("item").optional(JsonCursor::text),
                c.member("evidence").optional(JsonCursor::text),
                c.member("candidates").list(JsonCursor::text));
    }

    /** What a ruling says, with its clause in words and its reasons in order: the answer's members of a stored ruling. */
    public static Map<String, Object> write(Ruling ruling) {
        ScopeRule rule = ruling.rule();
        return new Members()
                .text("verdict", ruling.verdict())
                .text("silentReason", ruling.silentReason())
                .put("item", ruling.item())
                .text(
                        "basis",
                        ruling.categorisation() == null
                                ? null
                                : ruling.categorisation().basis())
                .put("clause", ruling.clause(), ScopeJson::write)
                .put("disagreeing", clauses(ruling.disagreeing()))
                .put("approvalRequired", ruling.approvalNeeded())
                .put("workType", rule == null ? null : rule.workType())
                .put("estimateMinutes", rule == null ? null : rule.estimateMinutes())
                .put("volume", ruling.volume(), ScopeJson::write)
                .put("reasons", ruling.steps().stream().map(ScopeJson::write).toList())
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
        return new Members().text("code", step.kind()).put("text", step.text()).map();
    }
}
