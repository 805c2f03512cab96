package dev.remit.engines.sla;

import static dev.remit.engines.InvalidInput.required;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.calendar.CompiledCalendar;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Terms as evidence writes them: each calendar stands once, however many clocks run by it.
 *
 * @param calendars the distinct calendars of the clocks
 * @param clocks the terms of every clock
 * @param questionWithinSeconds of the rule on waits for the client, as the next and the one before
 * @param clientWaitBusinessDays null where such a wait never becomes the MSP's time
 */
public record TermsText(
        List<CompiledCalendar> calendars,
        Map<ClockKind, Clock> clocks,
        Set<EventKind> responseEvents,
        List<Integer> warningPercents,
        ChangePolicy onChange,
        UpdateAfter updateAfter,
        ClientWaitRule.Proof clientWaitProof,
        long questionWithinSeconds,
        Integer clientWaitBusinessDays) {

    /**
     * The terms of a clock.
     *
     * @param targetSeconds of a target in open time; null for one in business days, and for the explicit absence of a target
     * @param targetDays of a target in business days
     * @param calendar the place of its calendar among the calendars, from 0
     * @param pausedBy null for none
     */
    public record Clock(Long targetSeconds, Target.Days targetDays, int calendar, Set<WaitReason> pausedBy) {}

    static TermsText of(SlaTerms terms) {
        List<CompiledCalendar> calendars = terms.clocks().values().stream()
                .map(ClockTerms::calendar)
                .distinct()
                .toList();
        Map<ClockKind, Clock> clocks = new EnumMap<>(ClockKind.class);
        terms.clocks()
                .forEach((kind, clock) -> clocks.put(
                        kind,
                        new Clock(
                                clock.target() instanceof Target.OpenTime open
                                        ? open.time().toSeconds()
                                        : null,
                                clock.target() instanceof Target.Days days ? days : null,
                                calendars.indexOf(clock.calendar()),
                                clock.pausedBy())));
        return new TermsText(
                calendars,
                clocks,
                terms.responseEvents(),
                terms.warningPercents(),
                terms.onChange(),
                terms.updateAfter(),
                terms.clientWaits().proof(),
                terms.clientWaits().questionWithin().toSeconds(),
                terms.clientWaits().businessDays());
    }

    SlaTerms terms() {
        Map<ClockKind, ClockTerms> terms = new EnumMap<>(ClockKind.class);
        required(clocks, "clocks").forEach((kind, clock) -> terms.put(kind, terms(clock, "clocks." + kind)));
        return new SlaTerms(
                terms,
                responseEvents == null ? Set.of() : responseEvents,
                warningPercents == null ? List.of() : warningPercents,
                required(onChange, "onChange"),
                required(updateAfter, "updateAfter"),
                new ClientWaitRule(
                        required(clientWaitProof, "clientWaitProof"),
                        Duration.ofSeconds(questionWithinSeconds),
                        clientWaitBusinessDays));
    }

    private ClockTerms terms(Clock clock, String path) {
        if (calendars == null || clock.calendar() < 0 || clock.calendar() >= calendars.size()) {
            throw new InvalidInput(path + ".calendar", "names no calendar of these terms");
        }
        if (clock.targetSeconds() != null && clock.targetDays() != null) {
            throw new InvalidInput(path + ".targetDays", "cannot be there beside targetSeconds");
        }
        Target target = clock.targetSeconds() == null
                ? clock.targetDays()
                : new Target.OpenTime(Duration.ofSeconds(clock.targetSeconds()));
        Set<WaitReason> pausedBy = clock.pausedBy() == null ? Set.of() : clock.pausedBy();
        return new ClockTerms(target, calendars.get(clock.calendar()), pausedBy);
    }
}
