package dev.remit.tickets.worklog;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.rating.TimeEntry;
import java.time.Duration;
import java.time.Instant;

/** Holds start and end of work to what can be rated, so that no entry is told that nobody can use. */
final class WorkTimes {
    private static final Duration LONGEST = Duration.ofSeconds(TimeEntry.LONGEST_SECONDS);

    private WorkTimes() {}

    /** @throws InvalidInput naming the one that is out of bounds */
    static void check(Instant start, Instant end) {
        checkYear("start", start);
        checkYear("end", end);
        if (end.isBefore(start)) {
            throw new InvalidInput("end", "must not be before start");
        }
        if (Duration.between(start, end).compareTo(LONGEST) > 0) {
            throw new InvalidInput("end", "must be within ten years of start");
        }
    }

    private static void checkYear(String field, Instant at) {
        if (at.isBefore(TimeEntry.EARLIEST) || at.isAfter(TimeEntry.LATEST)) {
            throw new InvalidInput(field, "must be between the years 1900 and 9000");
        }
    }
}
