package dev.remit.engines.reports;

import dev.remit.engines.calendar.CompiledCalendar;
import java.time.Instant;

/**
 * How much time of some tickets' lives was an owner's.
 *
 * @param waits how often it was that owner's without a break
 * @param openSeconds in open hours
 * @param realSeconds with the closed hours in between
 */
public record TimeSum(long waits, long openSeconds, long realSeconds) {
    /** None. */
    public static final TimeSum NONE = new TimeSum(0, 0, 0);

    /** Both together. */
    public TimeSum plus(TimeSum other) {
        return new TimeSum(
                Math.addExact(waits, other.waits),
                Math.addExact(openSeconds, other.openSeconds),
                Math.addExact(realSeconds, other.realSeconds));
    }

    /**
     * What has come by some moment of parts that go on in the same hours.
     *
     * @param parts how many there are
     * @param begun the sum of them as they were when they began: what of each is to be added to the moment's
     */
    public static TimeSum goingOn(long parts, TimeSum begun, CompiledCalendar calendar, Instant until) {
        return new TimeSum(
                begun.waits,
                begun.openSeconds + parts * OpenHours.until(calendar, until),
                begun.realSeconds + parts * until.getEpochSecond());
    }

    /** What came between two moments of parts that went on all the time. */
    public static TimeSum between(long parts, long waits, CompiledCalendar calendar, Instant from, Instant until) {
        return from.isBefore(until)
                ? new TimeSum(
                        waits,
                        parts * calendar.openSeconds(from, until),
                        parts * (until.getEpochSecond() - from.getEpochSecond()))
                : NONE;
    }
}
