package dev.remit.engines.sla;

import dev.remit.engines.calendar.CompiledCalendar;
import dev.remit.engines.evidence.CalendarJson;
import dev.remit.engines.evidence.JsonCursor;
import dev.remit.engines.evidence.Members;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The terms and events of a ticket as plain JSON values, as evidence keeps them; both are read back as they were. */
public final class SlaJson {

    private static final long LONGEST_SECONDS = 1_000_000L * 86_400;

    private SlaJson() {}

    /** Terms with their calendars, each of which stands once however many clocks run by it. */
    public static Map<String, Object> write(SlaTerms terms) {
        List<CompiledCalendar> calendars = terms.clocks().values().stream()
                .map(ClockTerms::calendar)
                .distinct()
                .toList();
        Map<String, Object> clocks = new LinkedHashMap<>();
        terms.clocks()
                .forEach((kind, clock) -> clocks.put(
                        kind.name(),
                        new Members()
                                .put("targetSeconds", clock.target(), Duration::toSeconds)
                                .put("calendar", calendars.indexOf(clock.calendar()))
                                .put("pausedBy", names(clock.pausedBy()))
                                .map()));
        return new Members()
                .put(
                        "calendars",
                        calendars.stream()
                                .map(each -> CalendarJson.write(CalendarJson.text(each.calendar())))
                                .toList())
                .put("clocks", clocks)
                .put("responseEvents", names(terms.responseEvents()))
                .put("warningPercents", terms.warningPercents())
                .text("onChange", terms.onChange())
                .text("updateAfter", terms.updateAfter())
                .text("clientWaitProof", terms.clientWaits().proof())
                .put("questionWithinSeconds", terms.clientWaits().questionWithin(), Duration::toSeconds)
                .put("clientWaitBusinessDays", terms.clientWaits().businessDays())
                .map();
    }

    /**
     * Reads terms that {@link #write(SlaTerms)} wrote.
     *
     * @throws dev.remit.engines.InvalidInput naming the place
     */
    public static SlaTerms readTerms(JsonCursor c) {
        List<CompiledCalendar> calendars = c.member("calendars")
                .list(each -> CalendarJson.read(each).parse().compile());
        Map<ClockKind, ClockTerms> clocks = new EnumMap<>(ClockKind.class);
        JsonCursor written = c.member("clocks");
        for (ClockKind kind : ClockKind.values()) {
            JsonCursor clock = written.member(kind.name());
            int calendar = (int) clock.member("calendar").whole(0, calendars.size() - 1L);
            clocks.put(
                    kind,
                    new ClockTerms(
                            clock.member("targetSeconds").optional(SlaJson::duration),
                            calendars.get(calendar),
                            set(clock.member("pausedBy"), WaitReason.class)));
        }
        return new SlaTerms(
                clocks,
                set(c.member("responseEvents"), EventKind.class),
                c.member("warningPercents").list(percent -> (int) percent.whole(1, 99)),
                c.member("onChange").oneOf(ChangePolicy.class),
                c.member("updateAfter").oneOf(UpdateAfter.class),
                new ClientWaitRule(
                        c.member("clientWaitProof").oneOf(ClientWaitRule.Proof.class),
                        duration(c.member("questionWithinSeconds")),
                        c.member("clientWaitBusinessDays").optional(days -> (int) days.whole(1, Integer.MAX_VALUE))));
    }

    /** An event with when it happened and when it became known. */
    public static Map<String, Object> write(SlaEvent event) {
        Members members = new Members()
                .put("key", event.key())
                .text("at", event.at())
                .text("knownAt", event.knownAt())
                .text("kind", event.kind());
        return details(event.fact(), members).map();
    }

    private static Members details(Fact fact, Members members) {
        return switch (fact) {
            case Fact.Created(boolean answered) -> members.put("answered", answered);
            case Fact.Happened happened -> members;
            case Fact.PublicMessage(boolean question) -> members.put("question", question);
            case Fact.WaitStarted wait -> members.text("reason", wait.reason()).text("until", wait.until());
            case Fact.WaitEnded(WaitReason reason) -> members.text("reason", reason);
            case Fact.Cancelled(CancelReason reason) -> members.text("reason", reason);
            case Fact.TermsChanged change ->
                members.put("terms", write(change.terms())).put("newFactsFromClient", change.newFactsFromClient());
        };
    }

    /**
     * Reads an event that {@link #write(SlaEvent)} wrote.
     *
     * @throws dev.remit.engines.InvalidInput naming the place
     */
    public static SlaEvent readEvent(JsonCursor c) {
        return new SlaEvent(
                c.member("key").text(),
                c.member("at").instant(),
                c.member("knownAt").instant(),
                fact(c, c.member("kind").oneOf(EventKind.class)));
    }

    private static Fact fact(JsonCursor c, EventKind kind) {
        return switch (kind) {
            case CREATED -> new Fact.Created(c.member("answered").flag());
            case PUBLIC_MESSAGE -> new Fact.PublicMessage(c.member("question").flag());
            case WAIT_STARTED ->
                new Fact.WaitStarted(
                        c.member("reason").oneOf(WaitReason.class),
                        c.member("until").optional(JsonCursor::instant));
            case WAIT_ENDED -> new Fact.WaitEnded(c.member("reason").oneOf(WaitReason.class));
            case CANCELLED -> new Fact.Cancelled(c.member("reason").oneOf(CancelReason.class));
            case TERMS_CHANGED ->
                new Fact.TermsChanged(
                        readTerms(c.member("terms")),
                        c.member("newFactsFromClient").flag());
            default -> new Fact.Happened(kind);
        };
    }

    private static Duration duration(JsonCursor seconds) {
        return Duration.ofSeconds(seconds.whole(0, LONGEST_SECONDS));
    }

    private static List<String> names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).toList();
    }

    private static <E extends Enum<E>> Set<E> set(JsonCursor c, Class<E> names) {
        Set<E> values = EnumSet.noneOf(names);
        values.addAll(new HashSet<>(c.list(name -> name.oneOf(names))));
        return values;
    }
}
