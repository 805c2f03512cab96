package dev.remit.engines.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.remit.engines.InvalidInput;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A calendar as people and documents write it, before anything is checked. {@link #parse()} checks all of it.
 *
 * @param zone an IANA zone such as {@code Europe/London}; plain offsets are refused, since they know no summer time
 * @param weekly for each day, such as {@code MONDAY}, pairs of {@code HH:mm} times; required, may be empty
 * @param holidays local dates as {@code yyyy-MM-dd}; null means none
 * @param exceptions for a local date, the pairs that take the place of its weekly ones; null means none
 * @param weekendDays days of the week; null means Saturday and Sunday
 */
public record CalendarText(
        String zone,

        @JsonInclude(JsonInclude.Include.NON_NULL) @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.AS_EMPTY)
        Map<String, List<List<String>>> weekly,

        List<String> holidays,

        @JsonSetter(contentNulls = Nulls.AS_EMPTY) Map<String, List<List<String>>> exceptions,

        @JsonInclude(JsonInclude.Include.NON_NULL) List<String> weekendDays) {

    /** The text of a checked calendar: two equal calendars have one text. */
    public static CalendarText of(WorkingCalendar calendar) {
        Map<String, List<List<String>>> weekly = new LinkedHashMap<>();
        calendar.weekly().forEach((day, windows) -> weekly.put(day.name(), pairs(windows)));
        Map<String, List<List<String>>> exceptions = new LinkedHashMap<>();
        calendar.exceptions().forEach((date, windows) -> exceptions.put(date.toString(), pairs(windows)));
        return new CalendarText(
                calendar.zone().getId(),
                weekly,
                calendar.holidays().stream().map(LocalDate::toString).toList(),
                exceptions,
                calendar.weekendDays().stream().map(DayOfWeek::name).toList());
    }

    private static List<List<String>> pairs(List<DailyWindow> windows) {
        return windows.stream()
                .map(window -> List.of(window.toString().split("-", 2)))
                .toList();
    }

    /** The same calendar in another zone, as an agreement needs whose hours follow the client's site. */
    public CalendarText in(String otherZone) {
        return new CalendarText(otherZone, weekly, holidays, exceptions, weekendDays);
    }

    /**
     * Checks every field and makes the value.
     *
     * @throws InvalidInput for the first bad field, naming it
     */
    public WorkingCalendar parse() {
        return new WorkingCalendar(zoneId(), week(), holidayDates(), exceptionDates(), weekend());
    }

    private ZoneId zoneId() {
        if (zone == null) {
            throw new InvalidInput("zone", "is missing");
        }
        if (!ZoneRulesProvider.getAvailableZoneIds().contains(zone)) {
            throw new InvalidInput("zone", "is not an IANA time zone: " + zone);
        }
        return ZoneId.of(zone);
    }

    private Map<DayOfWeek, List<DailyWindow>> week() {
        if (weekly == null) {
            throw new InvalidInput("weekly", "is missing");
        }
        Map<DayOfWeek, List<DailyWindow>> week = new EnumMap<>(DayOfWeek.class);
        weekly.forEach((day, pairs) -> week.put(day(day, "weekly." + day), windows(pairs, "weekly." + day)));
        return week;
    }

    private SortedSet<LocalDate> holidayDates() {
        SortedSet<LocalDate> dates = new TreeSet<>();
        List<String> texts = holidays == null ? List.of() : holidays;
        for (int i = 0; i < texts.size(); i++) {
            dates.add(date(texts.get(i), "holidays[" + i + "]"));
        }
        return dates;
    }

    private SortedMap<LocalDate, List<DailyWindow>> exceptionDates() {
        SortedMap<LocalDate, List<DailyWindow>> dates = new TreeMap<>();
        if (exceptions != null) {
            exceptions.forEach(
                    (date, pairs) -> dates.put(date(date, "exceptions." + date), windows(pairs, "exceptions." + date)));
        }
        return dates;
    }

    private Set<DayOfWeek> weekend() {
        if (weekendDays == null) {
            return WorkingCalendar.USUAL_WEEKEND;
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (int i = 0; i < weekendDays.size(); i++) {
            days.add(day(weekendDays.get(i), "weekendDays[" + i + "]"));
        }
        return days;
    }

    private static List<DailyWindow> windows(List<List<String>> pairs, String field) {
        if (pairs == null) {
            throw new InvalidInput(field, "is missing; a closed day is an empty list");
        }
        List<DailyWindow> windows = new ArrayList<>(pairs.size());
        for (int i = 0; i < pairs.size(); i++) {
            List<String> pair = pairs.get(i);
            String path = field + "[" + i + "]";
            if (pair == null || pair.size() != 2 || pair.stream().anyMatch(Objects::isNull)) {
                throw new InvalidInput(path, "is not a pair of times, open and close");
            }
            windows.add(DailyWindow.parse(pair.get(0), pair.get(1), path));
        }
        return windows;
    }

    private static DayOfWeek day(String text, String field) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().equals(text)) {
                return day;
            }
        }
        throw new InvalidInput(field, "is not a day of the week such as MONDAY: " + text);
    }

    private static LocalDate date(String text, String field) {
        try {
            return LocalDate.parse(text == null ? "" : text);
        } catch (DateTimeException malformed) {
            throw new InvalidInput(field, "is not a date as yyyy-MM-dd: " + text);
        }
    }
}
