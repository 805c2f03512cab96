package dev.remit.engines.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Random calendars and moments, with a liking for odd zones and for days on which their clocks jump. */
public final class RandomCalendars {
    private static final String[] ZONES = {
        "Asia/Kathmandu",
        "Australia/Lord_Howe",
        "Pacific/Apia",
        "Africa/Casablanca",
        "America/Sao_Paulo",
        "America/New_York",
        "Europe/London",
        "America/St_Johns",
        "Pacific/Chatham",
        "America/Havana",
        "Asia/Tehran",
        "UTC"
    };
    /** Days near which some zone above did something: skipped a date, jumped at midnight, stopped or began summer time. */
    private static final String[] JUMPS = {
        "2011-12-30T09:00:00Z", "2018-11-04T03:00:00Z", "2018-02-18T02:00:00Z", "2026-03-08T07:00:00Z",
        "2026-11-01T06:00:00Z", "2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z", "2026-10-03T15:30:00Z",
        "2026-04-04T15:00:00Z", "2026-02-15T02:00:00Z", "2026-03-22T02:00:00Z", "2010-11-07T02:31:00Z",
        "2011-03-13T03:31:00Z", "2022-03-21T20:30:00Z", "2026-12-31T23:00:00Z", "2012-11-04T05:00:00Z"
    };

    private final Random random;

    public RandomCalendars(long seed) {
        this.random = new Random(seed);
    }

    /** A whole minute near a jump, or anywhere in half a century. */
    public Instant moment() {
        if (random.nextInt(3) > 0) {
            Instant jump = Instant.parse(JUMPS[random.nextInt(JUMPS.length)]);
            return jump.plusSeconds(60L * (random.nextInt(8 * 1440) - 6 * 1440));
        }
        Instant first = Instant.parse("1990-01-01T00:00:00Z");
        return first.plusSeconds(60L * random.nextInt(50 * 525_600));
    }

    /** A calendar with windows of all sorts, and holidays and exceptions around a moment. */
    public CalendarText calendarAround(Instant at) {
        Map<String, List<List<String>>> weekly = new HashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(7) > 0) {
                weekly.put(day.name(), windows());
            }
        }
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(at.getEpochSecond(), 86_400L));
        List<String> holidays = new ArrayList<>();
        Map<String, List<List<String>>> exceptions = new HashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            holidays.add(date.plusDays(random.nextInt(14) - 3).toString());
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            exceptions.put(date.plusDays(random.nextInt(14) - 3).toString(), windows());
        }
        List<String> weekend =
                switch (random.nextInt(4)) {
                    case 0 -> null;
                    case 1 -> List.of();
                    case 2 -> List.of("FRIDAY");
                    default -> List.of("SATURDAY", "SUNDAY");
                };
        return new CalendarText(ZONES[random.nextInt(ZONES.length)], weekly, holidays, exceptions, weekend);
    }

    private List<List<String>> windows() {
        if (random.nextInt(8) == 0) {
            return List.of(List.of("00:00", "24:00"));
        }
        List<List<String>> windows = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            int opens = random.nextInt(4) == 0 ? random.nextInt(240) : random.nextInt(1440);
            int closes = random.nextInt(4) == 0 ? random.nextInt(240) : random.nextInt(1440);
            if (opens != closes) {
                windows.add(List.of(time(opens), closes == 0 ? "24:00" : time(closes)));
            }
        }
        return windows;
    }

    private static String time(int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
    }

    /** A number from 0 up to a bound, often a small one. */
    public int upTo(int bound) {
        return random.nextInt(random.nextInt(3) == 0 ? Math.min(bound, 121) : bound);
    }
}
