package dev.remit.notifications.mailsettings;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When nobody is to be disturbed, by the local time of whoever is written to.
 *
 * @param from the first minute; the same as {@code to} where there are no such hours
 * @param to the first minute after them
 */
public record QuietHours(LocalTime from, LocalTime to) {
    static final QuietHours USUAL = new QuietHours(LocalTime.of(20, 0), LocalTime.of(7, 0));

    /** The first moment from an instant on that lies outside of them. */
    public Instant endFrom(Instant wanted, ZoneId zone) {
        ZonedDateTime local = wanted.atZone(zone);
        LocalTime time = local.toLocalTime();
        boolean overnight = from.isAfter(to);
        boolean within =
                overnight ? !time.isBefore(from) || time.isBefore(to) : !time.isBefore(from) && time.isBefore(to);
        if (!within) {
            return wanted;
        }
        boolean endsTomorrow = overnight && !time.isBefore(from);
        ZonedDateTime end =
                local.toLocalDate().plusDays(endsTomorrow ? 1 : 0).atTime(to).atZone(zone);
        // Where the clocks are put back, the hour comes twice.
        return (end.toInstant().isAfter(wanted) ? end : end.withLaterOffsetAtOverlap()).toInstant();
    }
}
