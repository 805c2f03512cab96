package dev.remit.engines.sla;

import dev.remit.engines.StepBudget;
import dev.remit.engines.calendar.CompiledCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * What an agreement promises for one clock.
 *
 * @param target what is allowed; null is the explicit "no target"
 * @param calendar the hours in which time counts, never null: for the resolution clock they also tell closed hours
 * @param pausedBy the waits that stop the count
 */
public record ClockTerms(Target target, CompiledCalendar calendar, Set<WaitReason> pausedBy) {
    /** Copies the waits. */
    public ClockTerms {
        Objects.requireNonNull(calendar, "calendar");
        Set<WaitReason> reasons = EnumSet.noneOf(WaitReason.class);
        reasons.addAll(pausedBy);
        pausedBy = Collections.unmodifiableSet(reasons);
    }

    /** A promise of open time with the pauses that are usual for the clock. */
    public static ClockTerms usual(ClockKind kind, Duration target, CompiledCalendar calendar) {
        return new ClockTerms(new Target.OpenTime(target), calendar, kind.pausedByDefault());
    }

    /** The explicit absence of a promise. */
    public static ClockTerms noTarget(CompiledCalendar calendar) {
        return new ClockTerms(null, calendar, Set.of());
    }

    /** The same promise, for one calculation that may take only so many steps; it is not to be shared. */
    public ClockTerms within(StepBudget budget) {
        return new ClockTerms(target, calendar.calendar().compile(budget), pausedBy);
    }

    /** The same hours and pauses without a promise. */
    ClockTerms withoutTarget() {
        return new ClockTerms(null, calendar, pausedBy);
    }

    /** Whether there is a target at all. */
    public boolean hasTarget() {
        return target != null;
    }

    /**
     * The target of a clock that starts then, in open seconds; {@link Target#NEVER} when its day does not come. Only where
     * {@link #hasTarget()}.
     */
    public long targetSeconds(Instant start) {
        return target.seconds(calendar, start);
    }

    /**
     * When a clock that starts then is due if nothing stops it. Only where {@link #hasTarget()}.
     *
     * @return the moment, or null when it is more than a hundred years off
     */
    public Instant due(Instant start) {
        return calendar.due(start, targetSeconds(start));
    }
}
