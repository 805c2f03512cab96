package dev.remit.tickets.clocks;

import dev.remit.engines.calendar.WorkingCalendar;
import dev.remit.engines.explanation.DueCondition;
import dev.remit.engines.explanation.Explanation;
import dev.remit.engines.sla.CancelReason;
import dev.remit.engines.sla.ClockKind;
import dev.remit.engines.sla.ClockReading;
import dev.remit.engines.sla.ClockState;
import dev.remit.engines.sla.CycleReading;
import dev.remit.engines.sla.NotRun;
import dev.remit.engines.sla.Owner;
import dev.remit.engines.sla.SecondsByOwner;
import dev.remit.engines.sla.SlaAccount;
import dev.remit.engines.sla.SlaReading;
import dev.remit.engines.sla.SlaTerms;
import dev.remit.engines.sla.Target;
import dev.remit.engines.sla.WaitProof;
import dev.remit.engines.sla.WaitReading;
import dev.remit.engines.sla.WaitReason;
import dev.remit.kit.http.MayBeAbsent;
import dev.remit.tickets.clocks.ClockAccounts.InWords;
import dev.remit.tickets.intake.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a ticket stands against its terms at a moment. Seconds are exact, minutes floored once.
 *
 * @param promised whether any terms hold; without them there are no clocks
 * @param owner whose time it is at {@code asOf}
 * @param waits every wait and how far it counts
 * @param cancelledFor why the ticket ended without a resolution
 * @param zone of the ticket's place, in which sentences tell moments
 * @param contests what the client contests, or contested; as was known at {@code knownAt}
 * @param secondsIfUpheld {@code secondsByOwner} as it would be if all that is contested were upheld; absent where nothing is
 * @param explanation what is to be said of the ticket: that nothing is promised, or what events did not do
 */
@Schema(name = "TicketClocks")
record ClocksView(
        UUID ticketId,
        Instant asOf,
        @MayBeAbsent Instant knownAt,
        boolean promised,
        @MayBeAbsent Owner owner,
        @MayBeAbsent CancelReason cancelledFor,
        String zone,
        List<Clock> clocks,
        List<Wait> waits,
        @MayBeAbsent Seconds secondsByOwner,
        @MayBeAbsent Seconds secondsIfUpheld,
        List<ContestView> contests,
        List<ClockStatement> explanation) {

    /**
     * One clock; its figures are those of its latest cycle.
     *
     * @param notRun why it is not run although there is a target
     * @param targetMinutes open time; of a target in business days, what it comes to from the start
     * @param targetBusinessDays of a target in business days, how many; absent for one in minutes
     * @param targetBy of a target in business days, CLOSE or the time of day on the last of them
     * @param pauses the waits that pause it, under the terms that hold now
     * @param holidays that fell or fall on days with hours of cover before it is due, under those terms; local dates
     * @param dueIf of a clock that is paused, what its due moment rests on
     * @param realSeconds from its start to its end, or to {@code asOf}, closed hours and pauses too
     * @param explanation how it came to stand as it does: each cycle with its target, hours, pauses, changes and stops
     */
    @Schema(name = "Clock")
    record Clock(
            ClockKind clock,
            ClockState state,
            @MayBeAbsent NotRun notRun,
            @MayBeAbsent Instant due,
            @MayBeAbsent DueIf dueIf,
            @MayBeAbsent Long targetMinutes,
            @MayBeAbsent Integer targetBusinessDays,
            @MayBeAbsent String targetBy,
            @MayBeAbsent Instant startedAt,
            @MayBeAbsent Instant endedAt,
            @MayBeAbsent Instant breachedAt,
            @MayBeAbsent Long consumedSeconds,
            @MayBeAbsent Long consumedMinutes,
            @MayBeAbsent Long remainingSeconds,
            @MayBeAbsent Long remainingMinutes,
            @MayBeAbsent Long realSeconds,
            @MayBeAbsent WaitReason pausedBy,
            List<Wait> pauses,
            List<LocalDate> holidays,
            List<Warning> warnings,
            List<Cycle> cycles,
            List<ClockStatement> explanation) {}

    /**
     * What a due moment rests on: that the wait lasts as long as it may. For the client: it does not answer.
     *
     * @param until when the wait is over by itself
     */
    @Schema(name = "DueCondition")
    record DueIf(WaitReason reason, Instant until) {}

    /**
     * One run of a clock; at most one breach belongs to it.
     *
     * @param targetMinutes open time; of a target in business days, what it comes to from the start
     * @param targetBusinessDays of a target in business days, how many; absent for one in minutes
     * @param targetBy of a target in business days, CLOSE or the time of day on the last of them
     * @param realSeconds from its start to its end, or to {@code asOf}, closed hours and pauses too
     * @param secondsByOwner whose the time from its start was, up to its breach, else its end, else {@code asOf}
     * @param excuse of its breach, where a person excused it; it stays a breach
     * @param ifUpheld how it would stand if all that the client contests were upheld; absent where it would stand as it does
     */
    @Schema(name = "ClockCycle")
    record Cycle(
            String key,
            Instant startedAt,
            ClockState state,
            @MayBeAbsent Instant due,
            @MayBeAbsent Long targetMinutes,
            @MayBeAbsent Integer targetBusinessDays,
            @MayBeAbsent String targetBy,
            long consumedSeconds,
            long realSeconds,
            @MayBeAbsent Instant breachedAt,
            @MayBeAbsent Instant endedAt,
            @MayBeAbsent WaitReason pausedBy,
            @MayBeAbsent CancelReason cancelledFor,
            List<Warning> warnings,
            List<Stop> stops,
            Seconds secondsByOwner,
            @MayBeAbsent ExcuseView excuse,
            @MayBeAbsent IfUpheld ifUpheld) {}

    /** How a run of a clock would stand if all that the client contests were upheld. */
    @Schema(name = "ClockIfUpheld")
    record IfUpheld(
            ClockState state,
            @MayBeAbsent Instant due,
            @MayBeAbsent Instant breachedAt,
            long consumedSeconds,
            @MayBeAbsent Long remainingSeconds,
            @MayBeAbsent WaitReason pausedBy,
            Seconds secondsByOwner) {

        static IfUpheld of(CycleReading would, SlaAccount account) {
            return new IfUpheld(
                    would.state(),
                    would.due(),
                    would.breachedAt(),
                    would.consumedSeconds(),
                    would.remainingSeconds(),
                    would.pausedBy(),
                    ClocksView.secondsByOwner(would, account));
        }
    }

    /** A share of the target and when it is used up. */
    @Schema(name = "ClockWarning")
    record Warning(int percent, @MayBeAbsent Instant at, boolean fired) {}

    /** One time a cycle was stopped by what it waited for. */
    @Schema(name = "ClockStop")
    record Stop(Instant at, long consumedSeconds, boolean met) {}

    /**
     * A wait.
     *
     * @param key the event that began it
     * @param owner whose time it is
     * @param to absent while only an event will end it
     * @param counted how far it was accepted
     * @param judgedBy for a wait for the client, whether its status was believed or a question asked for
     */
    @Schema(name = "ClockWait")
    record Wait(
            String key,
            WaitReason reason,
            Owner owner,
            Instant from,
            @MayBeAbsent Instant to,
            WaitReading.End counted,
            @MayBeAbsent WaitProof judgedBy) {}

    /** Every second of the ticket's life, or of a part of it, given to exactly one. */
    @Schema(name = "SecondsByOwner")
    record Seconds(long ended, long closed, long client, long vendor, long approval, long msp, long total) {}

    static ClocksView of(
            Ticket ticket,
            Instant asOf,
            Instant knownAt,
            Optional<InWords> told,
            Optional<SlaAccount> ifUpheld,
            Optional<SlaTerms> terms,
            List<ExcuseView> excuses,
            List<ContestView> contests) {
        ZoneId zone = ClockAccounts.zone(ticket);
        if (told.isEmpty() || told.get().account().reading().createdAt() == null) {
            List<ClockStatement> nothing =
                    told.isEmpty() ? List.of(ClockStatement.of(Explanation.noTerms(zone))) : List.of();
            return new ClocksView(
                    ticket.id(),
                    asOf,
                    knownAt,
                    false,
                    null,
                    null,
                    zone.getId(),
                    List.of(),
                    List.of(),
                    null,
                    null,
                    contests,
                    nothing);
        }
        InWords inWords = told.get();
        SlaReading read = inWords.account().reading();
        return new ClocksView(
                ticket.id(),
                asOf,
                knownAt,
                true,
                read.owner(),
                read.cancelledFor(),
                zone.getId(),
                read.clocks().stream()
                        .map(clock -> clock(clock, inWords, ifUpheld, terms, excuses))
                        .toList(),
                read.waits().stream().map(ClocksView::wait).toList(),
                seconds(read.seconds()),
                ifUpheld.map(would -> seconds(would.reading().seconds())).orElse(null),
                contests,
                inWords.words().notDone());
    }

    private static Clock clock(
            ClockReading clock,
            InWords told,
            Optional<SlaAccount> ifUpheld,
            Optional<SlaTerms> terms,
            List<ExcuseView> excuses) {
        SlaAccount account = told.account();
        SlaReading reading = account.reading();
        CycleReading cycle = clock.current();
        List<Cycle> cycles = clock.cycles().stream()
                .map(each -> cycle(
                        each,
                        account,
                        excuse(clock.kind(), each, excuses),
                        ifUpheld(ifUpheld, clock.kind(), each).orElse(null)))
                .toList();
        List<ClockStatement> explanation = told.words().of(clock.kind());
        if (cycle == null) {
            return new Clock(
                    clock.kind(),
                    clock.state(),
                    clock.notRun(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    cycles,
                    explanation);
        }
        Long remaining = cycle.remainingSeconds();
        return new Clock(
                clock.kind(),
                clock.state(),
                clock.notRun(),
                cycle.due(),
                DueCondition.of(account, clock.kind())
                        .map(condition -> new DueIf(condition.reason(), condition.until()))
                        .orElse(null),
                minutes(cycle.targetSeconds()),
                inDays(cycle, Target.Days::businessDays),
                inDays(cycle, Target.Days::by),
                cycle.startedAt(),
                cycle.endedAt(),
                cycle.breachedAt(),
                cycle.consumedSeconds(),
                minutes(cycle.consumedSeconds()),
                remaining,
                minutes(remaining),
                realSeconds(cycle, reading),
                cycle.pausedBy(),
                pauses(clock.kind(), reading, terms),
                holidays(clock.kind(), cycle, reading.asOf(), terms),
                warnings(cycle),
                cycles,
                explanation);
    }

    private static long realSeconds(CycleReading cycle, SlaReading reading) {
        Instant until = cycle.endedAt() == null ? reading.asOf() : cycle.endedAt();
        return Duration.between(cycle.startedAt(), until).toSeconds();
    }

    private static Seconds secondsByOwner(CycleReading cycle, SlaAccount account) {
        Instant end = cycle.endedAt() == null ? account.reading().asOf() : cycle.endedAt();
        Instant until = cycle.breachedAt() == null ? end : cycle.breachedAt();
        return seconds(account.seconds(cycle.startedAt(), until));
    }

    private static List<Wait> pauses(ClockKind kind, SlaReading reading, Optional<SlaTerms> terms) {
        return reading.waits().stream()
                .filter(wait -> wait.counts()
                        && terms.filter(held -> held.clock(kind).pausedBy().contains(wait.reason()))
                                .isPresent())
                .map(ClocksView::wait)
                .toList();
    }

    /** From the start until it is due, or where it has no due moment, until now. */
    private static List<LocalDate> holidays(
            ClockKind kind, CycleReading cycle, Instant asOf, Optional<SlaTerms> terms) {
        return terms.map(held -> {
                    WorkingCalendar calendar = held.clock(kind).calendar().calendar();
                    Instant until = cycle.due() == null ? asOf : cycle.due();
                    return calendar.holidaysOnOpenDays(
                            LocalDate.ofInstant(cycle.startedAt(), calendar.zone()),
                            LocalDate.ofInstant(until, calendar.zone()));
                })
                .orElse(List.of());
    }

    private static ExcuseView excuse(ClockKind kind, CycleReading cycle, List<ExcuseView> excuses) {
        return excuses.stream()
                .filter(excuse -> cycle.breachedAt() != null && excuse.isOf(kind, cycle.key()))
                .findFirst()
                .orElse(null);
    }

    private static Optional<IfUpheld> ifUpheld(Optional<SlaAccount> ifUpheld, ClockKind kind, CycleReading cycle) {
        return ifUpheld.flatMap(account -> account.reading().clock(kind).cycles().stream()
                .filter(would -> would.key().equals(cycle.key()) && !would.equals(cycle))
                .findFirst()
                .map(would -> IfUpheld.of(would, account)));
    }

    private static Cycle cycle(CycleReading cycle, SlaAccount account, ExcuseView excuse, IfUpheld ifUpheld) {
        return new Cycle(
                cycle.key(),
                cycle.startedAt(),
                cycle.state(),
                cycle.due(),
                minutes(cycle.targetSeconds()),
                inDays(cycle, Target.Days::businessDays),
                inDays(cycle, Target.Days::by),
                cycle.consumedSeconds(),
                realSeconds(cycle, account.reading()),
                cycle.breachedAt(),
                cycle.endedAt(),
                cycle.pausedBy(),
                cycle.cancelledFor(),
                warnings(cycle),
                cycle.stops().stream()
                        .map(stop -> new Stop(stop.at(), stop.consumedSeconds(), stop.met()))
                        .toList(),
                secondsByOwner(cycle, account),
                excuse,
                ifUpheld);
    }

    /** What there is to say of a target in business days; null for one in minutes. */
    private static <T> T inDays(CycleReading cycle, Function<Target.Days, T> what) {
        return Optional.ofNullable(cycle.targetDays()).map(what).orElse(null);
    }

    private static List<Warning> warnings(CycleReading cycle) {
        return cycle.warnings().stream()
                .map(warning -> new Warning(warning.percent(), warning.at(), warning.fired()))
                .toList();
    }

    private static Wait wait(WaitReading wait) {
        return new Wait(
                wait.key(), wait.reason(), wait.reason().owner(), wait.from(), wait.to(), wait.end(), wait.judgedBy());
    }

    private static Seconds seconds(SecondsByOwner seconds) {
        return new Seconds(
                seconds.ended(),
                seconds.closed(),
                seconds.client(),
                seconds.vendor(),
                seconds.approval(),
                seconds.msp(),
                seconds.total());
    }

    private static Long minutes(Long seconds) {
        return seconds == null ? null : Math.floorDiv(seconds, 60);
    }
}
