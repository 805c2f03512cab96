package dev.remit.engines.agreement;

import dev.remit.engines.evidence.CalendarJson;
import dev.remit.engines.evidence.Members;
import dev.remit.engines.scope.Clause;
import dev.remit.engines.scope.Conditions;
import dev.remit.engines.scope.IncludedVolume;
import dev.remit.engines.scope.ItemMatchers;
import dev.remit.engines.scope.RuleTarget;
import dev.remit.engines.scope.ScopeItem;
import dev.remit.engines.scope.ScopeRule;
import dev.remit.engines.sla.ClockKind;
import dev.remit.engines.sla.SlaTerms;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Writes a document member by member; what is as usual or not there is left out. */
final class AgreementWriter {

    private AgreementWriter() {}

    static Map<String, Object> write(AgreementDocument document) {
        Members members = new Members()
                .always("schema", AgreementDocument.SCHEMA)
                .text("agreementId", document.agreementId())
                .text("tenant", document.tenant())
                .put("client", client(document.client()))
                .put("title", document.title())
                .always("version", document.version())
                .text("effectiveFrom", document.effectiveFrom())
                .text("effectiveTo", document.effectiveTo())
                .put("adopted", document.adopted() ? true : null)
                .always("clauses", list(document.clauses(), AgreementWriter::clause))
                .always("items", list(document.items(), AgreementWriter::item))
                .always("scopeRules", list(document.scopeRules(), AgreementWriter::rule))
                .put("coverage", coverage(document.coverage()))
                .always("serviceLevels", list(document.serviceLevels(), AgreementWriter::level));
        if (!document.responseEvents().equals(SlaTerms.USUAL_RESPONSES)) {
            members.always("responseEvents", names(document.responseEvents()));
        }
        if (document.rateCard() != null) {
            Members card = RateCardJson.write(document.rateCard());
            members.put(
                    "rateCard",
                    card.put("bandCalendar", document.bandCalendar(), AgreementWriter::coverage)
                            .map());
        }
        return members.put("standingAuthorisations", document.standingAuthorisations())
                .always("signatures", list(document.signatures(), AgreementWriter::signature))
                .map();
    }

    private static Map<String, Object> client(Client client) {
        return new Members()
                .text("id", client.id())
                .put("code", client.code())
                .put("name", client.name())
                .map();
    }

    private static Map<String, Object> clause(Clause clause) {
        return new Members()
                .put("id", clause.id())
                .put("title", clause.title())
                .put("text", clause.text())
                .map();
    }

    private static Map<String, Object> item(ScopeItem item) {
        ItemMatchers matchers = item.matchers();
        Map<String, Object> by = new Members()
                .put("types", matchers.types())
                .put("subtypes", matchers.subtypes())
                .put("items", matchers.items())
                .put("keywords", matchers.keywords())
                .map();
        return new Members()
                .put("code", item.code())
                .put("name", item.name())
                .put("category", item.category())
                .put("matchers", by)
                .map();
    }

    private static Map<String, Object> rule(ScopeRule rule) {
        Members members = new Members().put("clause", rule.clause());
        switch (rule.target()) {
            case RuleTarget.Item(String code) -> members.put("item", code);
            case RuleTarget.Category(String name) -> members.put("category", name);
            case RuleTarget.CatchAll() -> members.put("catchAll", true);
        }
        return members.text("treatment", rule.treatment())
                .put("conditions", conditions(rule.conditions()))
                .put("includedVolume", rule.volume(), AgreementWriter::volume)
                .put("workType", rule.workType())
                .put("estimateMinutes", rule.estimateMinutes())
                .text("approval", rule.approval())
                .map();
    }

    private static Map<String, Object> conditions(Conditions conditions) {
        return new Members()
                .put("ticketClasses", names(conditions.ticketClasses()))
                .put("priorities", names(conditions.priorities()))
                .put("sites", names(conditions.sites()))
                .put("bands", names(conditions.bands()))
                .map();
    }

    private static Map<String, Object> volume(IncludedVolume volume) {
        return new Members()
                .put("count", volume.count())
                .text("period", volume.period())
                .map();
    }

    private static Map<String, Object> coverage(Coverage coverage) {
        Members members = new Members().put("clause", coverage.clause());
        CalendarJson.write(coverage.text()).forEach(members::always);
        return members.map();
    }

    private static Map<String, Object> level(ServiceLevel level) {
        Members members = new Members()
                .put("clause", level.clause())
                .put("priority", level.priority())
                .put("ticketClass", level.ticketClass());
        for (ClockKind kind : ClockKind.values()) {
            members.put(AgreementReader.TARGETS.get(kind), level.targetMinutes().get(kind));
        }
        Map<String, Object> pauses = new LinkedHashMap<>();
        level.pauses().forEach((kind, reasons) -> pauses.put(kind.name(), names(reasons)));
        members.put("noTarget", names(level.noTarget()))
                .text("calendar", level.calendar())
                .put("pauses", pauses)
                .text("onPriorityChange", level.onChange())
                .given("warningPercents", level.warningPercents());
        return members.map();
    }

    private static Map<String, Object> signature(Signature signature) {
        return new Members()
                .text("party", signature.party())
                .put("name", signature.name())
                .put("email", signature.email())
                .text("signedAt", signature.signedAt())
                .map();
    }

    /** In the order of their names: a set has no other, and one value must have one row of bytes. */
    private static List<String> names(Collection<?> set) {
        return set.stream().map(Object::toString).sorted().toList();
    }

    private static <T> List<Map<String, Object>> list(List<T> values, Function<T, Map<String, Object>> form) {
        return values.stream().map(form).toList();
    }
}
