package dev.remit.engines.sla;

import java.time.Instant;
import java.util.List;

/**
 * One run of a clock. At most one breach belongs to it, whoever reads it and however often.
 *
 * @param key the event that opened it; with the ticket and the clock's kind it identifies the cycle for good
 * @param startedAt when it started
 * @param state how it stands
 * @param targetSeconds the target in force, or at its end, in open time from the start; null when the terms now in force
 *     have none, or its business day does not come within a hundred years
 * @param targetDays the same as it was promised, where that is in business days; null where it is not
 * @param consumedSeconds open, unpaused seconds used, however long after the due moment
 * @param due when the target is or was used up, given what is known; for one that was stopped earlier, when it would
 *     have been with no further pause. Null while a wait without an end pauses it, when it is more than a hundred years
 *     off, and for one that was cancelled or lost its target before that moment
 * @param breachedAt the due moment it missed, or that of the change that left it no time; null when it missed none
 * @param endedAt when it was stopped, superseded or cancelled; null while under way
 * @param pausedBy the wait that pauses it; null when none does
 * @param cancelledFor why it ended without a verdict, or was left behind after a breach; null when neither
 * @param warnings by rising percentage
 * @param stops every time it was stopped, in order
 */
public record CycleReading(
        String key,
        Instant startedAt,
        ClockState state,
        Long targetSeconds,
        Target.Days targetDays,
        long consumedSeconds,
        Instant due,
        Instant breachedAt,
        Instant endedAt,
        WaitReason pausedBy,
        CancelReason cancelledFor,
        List<Warning> warnings,
        List<Stop> stops) {

    /** Seconds of the target left, below 0 by as much as was used beyond it; null when there is no target. */
    public Long remainingSeconds() {
        return targetSeconds == null ? null : targetSeconds - consumedSeconds;
    }
}
