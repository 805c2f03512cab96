package dev.remit.notifications.mail;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/** When what was gathered goes out: at eight by the MSP's clocks. */
final class Mornings {
    private static final LocalTime EIGHT = LocalTime.of(8, 0);

    private Mornings() {}

    /** The first one after a moment. */
    static Instant next(Instant now, ZoneId zone) {
        ZonedDateTime today = now.atZone(zone).with(EIGHT);
        return today.toInstant().isAfter(now)
                ? today.toInstant()
                : today.plusDays(1).toInstant();
    }

    /** The first one of a Monday after a moment. */
    static Instant nextMonday(Instant now, ZoneId zone) {
        ZonedDateTime monday = now.atZone(zone)
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY))
                .with(EIGHT);
        return monday.toInstant().isAfter(now)
                ? monday.toInstant()
                : monday.plusWeeks(1).toInstant();
    }
}
