package dev.remit.engines.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes calendars the way a table has room for: {@code "Europe/London; MON-FRI 09:00-12:30 13:30-17:30; holidays
 * 2026-12-25; on 2026-12-24 09:00-12:00; weekend FRI SAT"}.
 */
public final class Calendars {
    private Calendars() {}

    /** The calendar that the text describes. */
    public static CompiledCalendar calendar(String text) {
        String[] parts = text.split(";\\s*");
        Map<String, List<List<String>>> weekly = new LinkedHashMap<>();
        Map<String, List<List<String>>> exceptions = new LinkedHashMap<>();
        List<String> holidays = new ArrayList<>();
        List<String> weekend = null;
        for (String part : Arrays.copyOfRange(parts, 1, parts.length)) {
            List<String> words = List.of(part.trim().split("\\s+"));
            List<String> rest = words.subList(1, words.size());
            switch (words.getFirst()) {
                case "holidays" -> holidays.addAll(rest);
                case "on" -> exceptions.put(rest.getFirst(), windows(rest.subList(1, rest.size())));
                case "weekend" ->
                    weekend = rest.stream().map(day -> day(day).name()).toList();
                default -> days(words.getFirst()).forEach(day -> weekly.put(day.name(), windows(rest)));
            }
        }
        return new CalendarText(parts[0], weekly, holidays, exceptions, weekend)
                .parse()
                .compile();
    }

    /** A local time such as {@code 2026-03-29 09:00} or {@code 2026-03-29 09:00:30}, or an instant ending in Z. */
    public static Instant moment(String text, CompiledCalendar calendar) {
        if (text.endsWith("Z")) {
            return Instant.parse(text);
        }
        LocalDateTime local = LocalDateTime.parse(text.trim().replace(' ', 'T'));
        return ZonedDateTime.of(local, calendar.calendar().zone()).toInstant();
    }

    private static List<List<String>> windows(List<String> texts) {
        return texts.stream().map(text -> List.of(text.split("-"))).toList();
    }

    private static List<DayOfWeek> days(String text) {
        String[] ends = text.split("-");
        int from = day(ends[0]).getValue();
        int to = day(ends[ends.length - 1]).getValue();
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.getValue() >= from && day.getValue() <= to)
                .toList();
    }

    private static DayOfWeek day(String text) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().startsWith(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow();
    }
}
