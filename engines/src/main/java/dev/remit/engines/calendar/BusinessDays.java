package dev.remit.engines.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/** Counts local dates on which a window opens. */
final class BusinessDays {
    private final WorkingCalendar calendar;

    BusinessDays(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /** The same time of day on the given business day after that of {@code from}; null when it is after the limit. */
    Instant after(Instant from, int days, Instant limit) {
        ZonedDateTime start = from.atZone(calendar.zone());
        LocalTime time = start.toLocalTime();
        LocalDate last = limit.atZone(calendar.zone()).toLocalDate();
        int left = days;
        for (LocalDate date = start.toLocalDate().plusDays(1); !date.isAfter(last); date = date.plusDays(1)) {
            if (isBusinessDay(date) && --left == 0) {
                return ZonedDateTime.of(date, time, calendar.zone()).toInstant();
            }
        }
        return null;
    }

    private boolean isBusinessDay(LocalDate date) {
        return !calendar.windowsOn(date).isEmpty()
                && date.atStartOfDay(calendar.zone()).toLocalDate().equals(date);
    }
}
