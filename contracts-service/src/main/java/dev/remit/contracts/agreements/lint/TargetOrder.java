package dev.remit.contracts.agreements.lint;

import dev.remit.engines.calendar.CalendarText;
import dev.remit.engines.sla.Target;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which of two targets leaves more time. Minutes are compared as they are. What a target in business days comes to depends
 * on the start: it is most at the beginning of a date and least at its end, so both are tried on each date of two weeks.
 */
final class TargetOrder {
    private static final int DAYS = 14;

    private TargetOrder() {}

    /**
     * A start from which one target leaves more open time than another.
     *
     * @param when in words, with a blank before it; empty where it is so from any start
     */
    record Longer(String when) {}

    /**
     * Whether a target is ever longer than another.
     *
     * @param hours the calendars by which both run, at one site or another; none where they run day and night
     * @param from the first date of the version
     */
    static Optional<Longer> longer(Target one, Target other, Collection<CalendarText> hours, LocalDate from) {
        if (one instanceof Target.OpenTime(var time) && other instanceof Target.OpenTime(var otherTime)) {
            return time.compareTo(otherTime) > 0 ? Optional.of(new Longer("")) : Optional.empty();
        }
        return hours.stream()
                .map(text -> text.in("UTC").parse().compile())
                .flatMap(calendar -> starts(from)
                        .filter(start -> one.seconds(calendar, at(start)) > other.seconds(calendar, at(start)))
                        .map(start -> new Longer(" for a ticket of " + start)))
                .findFirst();
    }

    private static Stream<LocalDateTime> starts(LocalDate from) {
        LocalDate monday = from.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        return monday.datesUntil(monday.plusDays(DAYS))
                .flatMap(date -> Stream.of(date.atStartOfDay(), date.atTime(LocalTime.of(23, 59))));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(ZoneId.of("UTC")).toInstant();
    }
}
