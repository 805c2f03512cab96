package dev.remit.engines.calendar;

import dev.remit.engines.StepBudget;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Counts local dates on which a window opens. */
final class BusinessDays {
    private final WorkingCalendar calendar;
    private final StepBudget budget;

    BusinessDays(WorkingCalendar calendar, StepBudget budget) {
        this.calendar = calendar;
        this.budget = budget;
    }

    /** The given business day after the local date of a moment; empty when it is after the limit. */
    Optional<LocalDate> after(Instant from, int days, Instant limit) {
        LocalDate last = LocalDate.ofInstant(limit, calendar.zone());
        return datesAfter(LocalDate.ofInstant(from, calendar.zone()))
                .takeWhile(date -> !date.isAfter(last))
                .peek(date -> budget.spend(1))
                .filter(date -> lastClosing(date).isPresent())
                .skip(days - 1L)
                .findFirst();
    }

    /** A time of day, as the zone has it on a date. */
    Instant at(LocalDate date, LocalTime time) {
        return instant(date.atTime(time));
    }

    /** When the last window of a date closes; empty when none opens, for a skipped date and for windows left empty. */
    Optional<Instant> lastClosing(LocalDate date) {
        if (!LocalDate.ofInstant(instant(date.atStartOfDay()), calendar.zone()).equals(date)) {
            return Optional.empty();
        }
        return calendar.windowsOn(date).stream()
                .filter(window -> edge(date, window.openMinute()).isBefore(edge(date, window.closeMinute())))
                .map(window -> edge(date, window.closeMinute()))
                .max(Comparator.naturalOrder());
    }

    private Instant edge(LocalDate date, int minute) {
        return instant(date.atStartOfDay().plusMinutes(minute));
    }

    private Instant instant(LocalDateTime local) {
        return ZonedDateTime.of(local, calendar.zone()).toInstant();
    }

    /** Dates on which a window may open: every date, or in a calendar without a week only its exceptions. */
    private Stream<LocalDate> datesAfter(LocalDate date) {
        LocalDate next = date.plusDays(1);
        return calendar.weekly().isEmpty()
                ? calendar.exceptions().tailMap(next).keySet().stream()
                : Stream.iterate(next, day -> day.plusDays(1));
    }
}
