package dev.remit.contracts.agreements.reading;

import dev.remit.contracts.agreements.terms.Calendar;
import dev.remit.engines.agreement.NamedCalendar;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A calendar in words.
 *
 * @param name what it is called
 * @param zone whose clock it goes by
 * @param days each day of the week with its hours
 * @param holidays on which it is closed
 * @param region whose holidays these are; may be null
 * @param exceptions dates with hours of their own
 * @param weekend which days are priced as weekend
 */
record CalendarPage(
        String name,
        String zone,
        List<Day> days,
        List<String> holidays,
        String region,
        List<String> exceptions,
        String weekend) {
    private static final List<DayOfWeek> USUAL_WEEKEND = List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /** A day of the week. */
    record Day(String name, String hours) {}

    static CalendarPage of(String code, Calendar calendar) {
        List<Day> days = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            days.add(new Day(
                    Words.day(day.name()), Words.windows(calendar.weekly().getOrDefault(day, List.of()))));
        }
        List<String> special = new ArrayList<>();
        new TreeMap<>(calendar.exceptions() == null ? Map.of() : calendar.exceptions())
                .forEach((date, windows) -> special.add(Words.date(date) + ": " + Words.windows(windows)));
        List<String> weekend = (calendar.weekendDays() == null ? USUAL_WEEKEND : calendar.weekendDays())
                .stream().map(day -> Words.day(day.name())).toList();
        return new CalendarPage(
                name(code),
                NamedCalendar.SITE.equals(calendar.zone())
                        ? "the time zone of the site at which the work is"
                        : "the time zone " + calendar.zone(),
                days,
                calendar.holidays().stream().sorted().map(Words::date).toList(),
                calendar.region(),
                special,
                weekend(weekend));
    }

    private static String weekend(List<String> days) {
        return switch (days.size()) {
            case 0 -> "No day is priced as weekend.";
            case 1 -> days.getFirst() + " is priced as weekend.";
            default -> Words.all(days) + " are priced as weekend.";
        };
    }

    /** {@code office-hours} as {@code Office hours}. */
    static String name(String code) {
        return Words.capital(Words.plain(code));
    }
}
