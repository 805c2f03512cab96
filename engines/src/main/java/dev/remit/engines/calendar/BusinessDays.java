package dev.remit.engines.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.stream.Stream;

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
        return datesAfter(start.toLocalDate())
                .takeWhile(date -> !date.isAfter(last))
                .filter(this::isBusinessDay)
                .skip(days - 1L)
                .findFirst()
                .map(date -> ZonedDateTime.of(date, time, calendar.zone()).toInstant())
                .orElse(null);
    }

    /** Dates on which a window may open: every date, or in a calendar without a week only its exceptions. */
    private Stream<LocalDate> datesAfter(LocalDate date) {
        LocalDate next = date.plusDays(1);
        return calendar.weekly().isEmpty()
                ? calendar.exceptions().tailMap(next).keySet().stream()
                : Stream.iterate(next, day -> day.plusDays(1));
    }

    private boolean isBusinessDay(LocalDate date) {
        return !calendar.windowsOn(date).isEmpty()
                && date.atStartOfDay(calendar.zone()).toLocalDate().equals(date);
    }
}
