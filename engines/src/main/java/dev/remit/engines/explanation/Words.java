package dev.remit.engines.explanation;

import dev.remit.engines.calendar.DailyWindow;
import dev.remit.engines.calendar.WorkingCalendar;
import dev.remit.engines.sla.Target;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Times, hours and targets in words that do not depend on the machine's language. */
public final class Words {
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private Words() {}

    /** As {@code Thu 11 Jun 2026 14:00}, with seconds where they are not 0. */
    public static String moment(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        String time = String.format(Locale.ROOT, "%02d:%02d", local.getHour(), local.getMinute());
        String seconds = local.getSecond() == 0 ? "" : String.format(Locale.ROOT, ":%02d", local.getSecond());
        return date(local.toLocalDate()) + " " + time + seconds;
    }

    /** As {@code Thu 11 Jun 2026}. */
    public static String date(LocalDate date) {
        return day(date.getDayOfWeek()) + " " + date.getDayOfMonth() + " " + MONTHS.get(date.getMonthValue() - 1) + " "
                + date.getYear();
    }

    private static String day(DayOfWeek day) {
        return day.name().charAt(0) + day.name().substring(1, 3).toLowerCase(Locale.ROOT);
    }

    /** As {@code 3 h 5 min}. */
    public static String time(long seconds) {
        List<String> parts = new ArrayList<>();
        long hours = seconds / 3_600;
        long minutes = seconds / 60 % 60;
        long left = seconds % 60;
        if (hours > 0) {
            parts.add(hours + " h");
        }
        if (minutes > 0) {
            parts.add(minutes + " min");
        }
        if (left > 0 || parts.isEmpty()) {
            parts.add(left + " s");
        }
        return String.join(" ", parts);
    }

    /** What an agreement allows, as a parameter: {@code PT4H} or {@code 2 CLOSE}; null for no target. */
    static String allowed(Target target) {
        return switch (target) {
            case null -> null;
            case Target.OpenTime open -> open.time().toString();
            case Target.Days days -> days.businessDays() + " " + days.by();
        };
    }

    /** As {@code Mon-Fri 08:30-17:30; Sat 09:00-12:00}; {@code ALWAYS} for day and night. */
    static String hours(WorkingCalendar calendar) {
        if (calendar.equals(WorkingCalendar.always())) {
            return "ALWAYS";
        }
        List<String> parts = new ArrayList<>();
        DayOfWeek from = DayOfWeek.MONDAY;
        for (DayOfWeek day : DayOfWeek.values()) {
            boolean last =
                    day == DayOfWeek.SUNDAY || !windows(calendar, day.plus(1)).equals(windows(calendar, from));
            if (last) {
                String open = windows(calendar, from);
                if (!open.isEmpty()) {
                    parts.add((from == day ? day(day) : day(from) + "-" + day(day)) + " " + open);
                }
                from = day.plus(1);
            }
        }
        return String.join("; ", parts);
    }

    private static String windows(WorkingCalendar calendar, DayOfWeek day) {
        return calendar.weekly().getOrDefault(day, List.of()).stream()
                .map(DailyWindow::toString)
                .collect(Collectors.joining(", "));
    }
}
