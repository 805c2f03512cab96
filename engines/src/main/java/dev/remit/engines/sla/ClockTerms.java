package dev.remit.engines.sla;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.calendar.CompiledCalendar;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * What an agreement promises for one clock.
 *
 * @param target open time allowed, whole seconds, 0 to a million days; null is the explicit "no target"
 * @param calendar the hours in which time counts, never null: for the resolution clock they also tell closed hours
 * @param pausedBy the waits that stop the count
 */
public record ClockTerms(Duration target, CompiledCalendar calendar, Set<WaitReason> pausedBy) {
    private static final Duration LONGEST = Duration.ofDays(1_000_000);

    /**
     * Checks the target.
     *
     * @throws InvalidInput naming {@code target} when it is negative, over a million days or not whole seconds
     */
    public ClockTerms {
        Objects.requireNonNull(calendar, "calendar");
        if (target != null && target.isNegative()) {
            throw new InvalidInput("target", "must not be negative: " + target);
        }
        if (target != null && target.compareTo(LONGEST) > 0) {
            throw new InvalidInput("target", "must be at most a million days: " + target);
        }
        if (target != null && !Duration.ofSeconds(target.toSeconds()).equals(target)) {
            throw new InvalidInput("target", "must be whole seconds: " + target);
        }
        Set<WaitReason> reasons = EnumSet.noneOf(WaitReason.class);
        reasons.addAll(pausedBy);
        pausedBy = Collections.unmodifiableSet(reasons);
    }

    /** A promise with the pauses that are usual for the clock. */
    public static ClockTerms usual(ClockKind kind, Duration target, CompiledCalendar calendar) {
        return new ClockTerms(target, calendar, kind.pausedByDefault());
    }

    /** The explicit absence of a promise. */
    public static ClockTerms noTarget(CompiledCalendar calendar) {
        return new ClockTerms(null, calendar, Set.of());
    }

    /** The same hours and pauses without a promise. */
    ClockTerms withoutTarget() {
        return new ClockTerms(null, calendar, pausedBy);
    }

    /** Whether there is a target at all. */
    public boolean hasTarget() {
        return target != null;
    }

    /** The target in seconds. Only where {@link #hasTarget()}. */
    long targetSeconds() {
        return target.toSeconds();
    }
}
