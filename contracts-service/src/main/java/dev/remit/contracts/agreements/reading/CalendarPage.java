package dev.remit.contracts.agreements.reading;

import dev.remit.contracts.agreements.terms.BandCalendar;
import dev.remit.contracts.agreements.terms.Coverage;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A calendar in words.
 *
 * @param zone whose clock it goes by
 * @param days each day of the week with its hours
 * @param holidays on which it is closed
 * @param exceptions dates with hours of their own
 * @param weekend which days are priced as weekend
 */
record CalendarPage(String zone, List<Day> days, List<String> holidays, List<String> exceptions, String weekend) {
    private static final List<DayOfWeek> USUAL_WEEKEND = List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /** A day of the week. */
    record Day(String name, String hours) {}

    static CalendarPage of(Coverage coverage) {
        return of(
                coverage.zone(), coverage.weekly(), coverage.holidays(), coverage.exceptions(), coverage.weekendDays());
    }

    static CalendarPage of(BandCalendar calendar) {
        return of(
                calendar.zone(), calendar.weekly(), calendar.holidays(), calendar.exceptions(), calendar.weekendDays());
    }

    private static CalendarPage of(
            String zone,
            Map<DayOfWeek, List<List<String>>> weekly,
            List<LocalDate> holidays,
            Map<LocalDate, List<List<String>>> exceptions,
            List<DayOfWeek> weekendDays) {
        List<Day> days = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            days.add(new Day(Words.day(day.name()), Words.windows(weekly.getOrDefault(day, List.of()))));
        }
        List<String> special = new ArrayList<>();
        new TreeMap<>(exceptions == null ? Map.of() : exceptions)
                .forEach((date, windows) -> special.add(Words.date(date) + ": " + Words.windows(windows)));
        List<String> weekend = (weekendDays == null ? USUAL_WEEKEND : weekendDays)
                .stream().map(day -> Words.day(day.name())).toList();
        return new CalendarPage(
                "SITE".equals(zone) ? "the time zone of the site at which the work is" : "the time zone " + zone,
                days,
                holidays.stream().sorted().map(Words::date).toList(),
                special,
                weekend.isEmpty() ? "No day is priced as weekend." : Words.all(weekend) + " are priced as weekend.");
    }
}
