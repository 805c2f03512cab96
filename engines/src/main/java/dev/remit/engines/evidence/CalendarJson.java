package dev.remit.engines.evidence;

import dev.remit.engines.calendar.CalendarText;
import dev.remit.engines.calendar.DailyWindow;
import dev.remit.engines.calendar.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A working calendar as documents write it: {@code zone}, {@code weekly}, {@code holidays} and the rest. */
public final class CalendarJson {

    /** The members of a calendar. */
    public static final Set<String> MEMBERS = Set.of("zone", "weekly", "holidays", "exceptions", "weekendDays");

    private CalendarJson() {}

    /** The calendar at a place, unchecked but for its shape. */
    public static CalendarText read(JsonCursor place) {
        return new CalendarText(
                place.member("zone").text(),
                days(place.member("weekly")),
                place.member("holidays").list(JsonCursor::text),
                days(place.member("exceptions")),
                place.member("weekendDays").optional(days -> days.list(JsonCursor::text)));
    }

    private static Map<String, List<List<String>>> days(JsonCursor place) {
        Map<String, List<List<String>>> days = new LinkedHashMap<>();
        place.members().forEach((day, windows) -> days.put(day, windows.list(pair -> pair.list(JsonCursor::text))));
        return days;
    }

    /** The members of a calendar text; what it does not have is left out. */
    public static Map<String, Object> write(CalendarText text) {
        return new Members()
                .always("zone", text.zone())
                .always("weekly", text.weekly())
                .put("holidays", text.holidays())
                .put("exceptions", text.exceptions())
                .given("weekendDays", text.weekendDays())
                .map();
    }

    /** The text of a checked calendar: two equal calendars have one text. */
    public static CalendarText text(WorkingCalendar calendar) {
        Map<String, List<List<String>>> weekly = new LinkedHashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (calendar.weekly().containsKey(day)) {
                weekly.put(day.name(), pairs(calendar.weekly().get(day)));
            }
        }
        Map<String, List<List<String>>> exceptions = new TreeMap<>();
        calendar.exceptions().forEach((date, windows) -> exceptions.put(date.toString(), pairs(windows)));
        return new CalendarText(
                calendar.zone().getId(),
                weekly,
                calendar.holidays().stream().map(LocalDate::toString).toList(),
                exceptions,
                calendar.weekendDays().stream().sorted().map(DayOfWeek::name).toList());
    }

    private static List<List<String>> pairs(Collection<DailyWindow> windows) {
        return windows.stream()
                .map(window -> List.of(window.toString().split("-", 2)))
                .toList();
    }
}
