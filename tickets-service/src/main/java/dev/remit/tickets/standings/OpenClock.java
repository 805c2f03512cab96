package dev.remit.tickets.standings;

import dev.remit.engines.sla.ClockKind;
import dev.remit.engines.sla.ClockReading;
import dev.remit.engines.sla.ClockState;
import dev.remit.engines.sla.ClockTerms;
import dev.remit.engines.sla.CycleReading;
import dev.remit.engines.sla.SlaTerms;
import dev.remit.engines.sla.WaitReason;
import dev.remit.engines.sla.Warning;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One clock that has not ended, as it stood.
 *
 * @param due its due moment, also one that has passed; null while only an event brings it about
 * @param targetSeconds what it may use
 * @param consumedSeconds what it had used
 * @param pausedBy the wait that pauses it; null when none does
 * @param level how near its due moment it had come
 * @param nextLevelAt when it comes to the next; null when only an event brings that about
 */
public record OpenClock(
        ClockKind clock,
        ClockState state,
        Instant due,
        long targetSeconds,
        long consumedSeconds,
        WaitReason pausedBy,
        UsedLevel level,
        Instant nextLevelAt) {

    static final Comparator<OpenClock> BY_DUE =
            Comparator.comparing(OpenClock::due, Comparator.nullsLast(Comparator.naturalOrder()));

    /** Whether a clock is under way and has a target. */
    static boolean isOpen(ClockReading clock) {
        CycleReading cycle = clock.current();
        return cycle != null
                && cycle.state() != ClockState.NO_TARGET
                && cycle.endedAt() == null
                && cycle.targetSeconds() != null;
    }

    static OpenClock of(ClockReading clock, SlaTerms terms, Instant asOf) {
        CycleReading cycle = clock.current();
        UsedLevel level = UsedLevel.of(cycle);
        boolean late = cycle.breachedAt() != null;
        return new OpenClock(
                clock.kind(),
                cycle.state(),
                late ? cycle.breachedAt() : cycle.due(),
                cycle.targetSeconds(),
                cycle.consumedSeconds(),
                cycle.pausedBy(),
                level,
                late ? cycle.breachedAt() : next(level, cycle, terms.clock(clock.kind()), asOf));
    }

    private static Instant next(UsedLevel level, CycleReading cycle, ClockTerms terms, Instant asOf) {
        UsedLevel next = level.next();
        if (next == UsedLevel.LATE) {
            return cycle.due();
        }
        return warned(cycle.warnings(), next.percent(), asOf)
                .or(() -> cycle.pausedBy() != null
                        ? Optional.empty()
                        : Optional.ofNullable(terms.calendar()
                                .due(asOf, next.seconds(cycle.targetSeconds()) - cycle.consumedSeconds())))
                .orElse(null);
    }

    /** Where the agreement warns at that share, the engine has told when that is. */
    private static Optional<Instant> warned(List<Warning> warnings, int percent, Instant asOf) {
        return warnings.stream()
                .filter(warning -> warning.percent() == percent && warning.at() != null)
                .map(Warning::at)
                .filter(at -> at.isAfter(asOf))
                .findFirst();
    }

    /** What it has used at a later moment, if nothing but time has changed it. */
    long consumedSeconds(Instant from, Instant to, Optional<SlaTerms> terms) {
        return pausedBy != null || terms.isEmpty() || !to.isAfter(from)
                ? consumedSeconds
                : consumedSeconds + terms.get().clock(clock).calendar().openSeconds(from, to);
    }
}
