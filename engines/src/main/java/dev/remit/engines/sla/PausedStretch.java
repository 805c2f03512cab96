package dev.remit.engines.sla;

import dev.remit.engines.calendar.CompiledCalendar;
import java.time.Instant;

/**
 * A stretch of a cycle in which a wait stopped it.
 *
 * @param clock which clock
 * @param cycle the key of its cycle
 * @param reason for what was waited
 * @param from when it began to count
 * @param to when it was over, or the moment that was read
 * @param openSeconds of these, the seconds that would have counted
 */
public record PausedStretch(
        ClockKind clock, String cycle, WaitReason reason, Instant from, Instant to, long openSeconds) {

    static PausedStretch of(
            ClockKind clock, String cycle, WaitReason reason, long from, long to, CompiledCalendar calendar) {
        Instant begin = Instant.ofEpochSecond(from);
        Instant end = Instant.ofEpochSecond(to);
        return new PausedStretch(clock, cycle, reason, begin, end, calendar.openSeconds(begin, end));
    }

    /** Whether another goes on where this one is over. */
    boolean goesOnIn(PausedStretch next) {
        return clock == next.clock && cycle.equals(next.cycle) && reason == next.reason && to.equals(next.from);
    }

    PausedStretch with(PausedStretch next) {
        return new PausedStretch(clock, cycle, reason, from, next.to, openSeconds + next.openSeconds);
    }
}
