package dev.remit.engines.agreement;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.evidence.CalendarJson;
import dev.remit.engines.evidence.JsonCursor;
import dev.remit.engines.scope.Clause;
import dev.remit.engines.scope.Conditions;
import dev.remit.engines.scope.IncludedVolume;
import dev.remit.engines.scope.ItemMatchers;
import dev.remit.engines.scope.RuleTarget;
import dev.remit.engines.scope.ScopeItem;
import dev.remit.engines.scope.ScopeRule;
import dev.remit.engines.scope.Treatment;
import dev.remit.engines.scope.VolumePeriod;
import dev.remit.engines.sla.ChangePolicy;
import dev.remit.engines.sla.ClockKind;
import dev.remit.engines.sla.EventKind;
import dev.remit.engines.sla.SlaTerms;
import dev.remit.engines.sla.WaitReason;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Reads a document member by member. */
final class AgreementReader {

    static final Map<ClockKind, String> TARGETS = Map.of(
            ClockKind.RESPONSE, "responseMinutes",
            ClockKind.PLAN, "planMinutes",
            ClockKind.UPDATE, "updateMinutes",
            ClockKind.RESOLUTION, "resolutionMinutes");

    private static final long LONGEST_TARGET = 1_000_000L * 24 * 60;

    private AgreementReader() {}

    static AgreementDocument read(JsonCursor document) {
        JsonCursor schema = document.member("schema");
        if (!AgreementDocument.SCHEMA.equals(schema.text())) {
            throw schema.fault("must be \"" + AgreementDocument.SCHEMA + "\"");
        }
        JsonCursor card = document.member("rateCard");
        return checked(
                document,
                () -> new AgreementDocument(
                        document.member("agreementId").uuid(),
                        document.member("tenant").uuid(),
                        client(document.member("client")),
                        document.member("title").optional(JsonCursor::text),
                        (int) document.member("version").whole(1, Integer.MAX_VALUE),
                        document.member("effectiveFrom").date(),
                        document.member("effectiveTo").optional(JsonCursor::date),
                        document.member("adopted").or(JsonCursor::flag, false),
                        document.member("clauses").list(AgreementReader::clause),
                        document.member("items").list(AgreementReader::item),
                        document.member("scopeRules").list(AgreementReader::rule),
                        coverage(document.member("coverage")),
                        document.member("serviceLevels").list(AgreementReader::level),
                        responses(document.member("responseEvents")),
                        card.optional(RateCardJson::read),
                        card.isPresent() ? card.member("bandCalendar").optional(AgreementReader::coverage) : null,
                        document.member("standingAuthorisations").list(AgreementReader::raw),
                        document.member("signatures").list(AgreementReader::signature)));
    }

    /** Runs a factory that knows its own fields and puts its faults where they are in the document. */
    static <T> T checked(JsonCursor place, Supplier<T> factory) {
        try {
            return factory.get();
        } catch (InvalidInput e) {
            throw place.path().isEmpty() || e.path().startsWith(place.path()) ? e : e.under(place.path());
        }
    }

    private static Client client(JsonCursor c) {
        return new Client(
                c.member("id").uuid(), c.member("code").text(), c.member("name").text());
    }

    private static Clause clause(JsonCursor c) {
        return new Clause(
                c.member("id").text(),
                c.member("title").optional(JsonCursor::text),
                c.member("text").optional(JsonCursor::text));
    }

    private static ScopeItem item(JsonCursor c) {
        return new ScopeItem(
                c.member("code").text(),
                c.member("name").optional(JsonCursor::text),
                c.member("category").optional(JsonCursor::text),
                c.member("matchers").optional(AgreementReader::matchers));
    }

    private static ItemMatchers matchers(JsonCursor c) {
        return new ItemMatchers(
                texts(c.member("types")),
                texts(c.member("subtypes")),
                texts(c.member("items")),
                texts(c.member("keywords")));
    }

    private static ScopeRule rule(JsonCursor c) {
        RuleTarget target = target(c);
        Treatment treatment = c.member("treatment").oneOf(Treatment.class);
        return checked(
                c,
                () -> new ScopeRule(
                        c.member("clause").text(),
                        target,
                        treatment,
                        c.member("conditions").optional(AgreementReader::conditions),
                        c.member("includedVolume").optional(AgreementReader::volume),
                        c.member("workType").optional(JsonCursor::text),
                        c.member("estimateMinutes").optional(minutes -> minutes.whole(0, LONGEST_TARGET)),
                        c.member("approval").optional(approval -> approval.oneOf(ScopeRule.Approval.class))));
    }

    private static RuleTarget target(JsonCursor c) {
        JsonCursor item = c.member("item");
        JsonCursor category = c.member("category");
        boolean catchAll = c.member("catchAll").or(JsonCursor::flag, false);
        int named = (item.isPresent() ? 1 : 0) + (category.isPresent() ? 1 : 0) + (catchAll ? 1 : 0);
        if (named != 1) {
            throw c.fault("must name one of item, category and catchAll");
        }
        if (item.isPresent()) {
            return new RuleTarget.Item(item.text());
        }
        return catchAll ? new RuleTarget.CatchAll() : new RuleTarget.Category(category.text());
    }

    private static Conditions conditions(JsonCursor c) {
        return new Conditions(
                new HashSet<>(texts(c.member("ticketClasses"))),
                new HashSet<>(texts(c.member("priorities"))),
                new HashSet<>(texts(c.member("sites"))),
                new HashSet<>(c.member("bands").list(band -> band.oneOf(Band.class))));
    }

    private static IncludedVolume volume(JsonCursor c) {
        return new IncludedVolume(
                c.member("count").whole(1, Integer.MAX_VALUE),
                c.member("period").oneOf(VolumePeriod.class));
    }

    private static Coverage coverage(JsonCursor c) {
        String clause = c.member("clause").optional(JsonCursor::text);
        return checked(c, () -> new Coverage(clause, CalendarJson.read(c)));
    }

    private static ServiceLevel level(JsonCursor c) {
        Map<ClockKind, Long> targets = new EnumMap<>(ClockKind.class);
        TARGETS.forEach((kind, name) -> {
            JsonCursor minutes = c.member(name);
            if (minutes.isPresent()) {
                targets.put(kind, minutes.whole(0, LONGEST_TARGET));
            }
        });
        return checked(
                c,
                () -> new ServiceLevel(
                        c.member("clause").optional(JsonCursor::text),
                        c.member("priority").text(),
                        c.member("ticketClass").optional(JsonCursor::text),
                        targets,
                        new HashSet<>(c.member("noTarget").list(kind -> kind.oneOf(ClockKind.class))),
                        c.member("calendar").oneOf(ServiceLevel.Hours.class),
                        pauses(c.member("pauses")),
                        warnings(c.member("warningPercents")),
                        c.member("onPriorityChange").or(p -> p.oneOf(ChangePolicy.class), ChangePolicy.CARRY)));
    }

    private static Map<ClockKind, Set<WaitReason>> pauses(JsonCursor c) {
        Map<ClockKind, Set<WaitReason>> pauses = new EnumMap<>(ClockKind.class);
        c.members().forEach((name, reasons) -> {
            Set<WaitReason> set = EnumSet.noneOf(WaitReason.class);
            set.addAll(reasons.list(reason -> reason.oneOf(WaitReason.class)));
            pauses.put(clock(c, name), set);
        });
        return pauses;
    }

    private static ClockKind clock(JsonCursor place, String name) {
        for (ClockKind kind : ClockKind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        throw place.member(name).fault("is no clock");
    }

    private static List<Integer> warnings(JsonCursor c) {
        if (!c.isPresent()) {
            return null;
        }
        List<Integer> percents = c.list(percent -> (int) percent.whole(1, 99));
        for (int i = 1; i < percents.size(); i++) {
            if (percents.get(i) <= percents.get(i - 1)) {
                throw c.elements().get(i).fault("must be more than the one before");
            }
        }
        return percents;
    }

    private static Set<EventKind> responses(JsonCursor c) {
        if (!c.isPresent()) {
            return SlaTerms.USUAL_RESPONSES;
        }
        Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
        for (JsonCursor element : c.elements()) {
            EventKind kind = element.oneOf(EventKind.class);
            if (!SlaTerms.RESPONSES.contains(kind)) {
                throw element.fault("must be one of " + SlaTerms.RESPONSES);
            }
            kinds.add(kind);
        }
        return kinds;
    }

    private static Signature signature(JsonCursor c) {
        return new Signature(
                c.member("party").oneOf(Signature.Party.class),
                c.member("name").text(),
                c.member("email").optional(JsonCursor::text),
                c.member("signedAt").instant());
    }

    private static Object raw(JsonCursor c) {
        c.members();
        return c.value();
    }

    private static List<String> texts(JsonCursor c) {
        return c.list(JsonCursor::text);
    }
}
