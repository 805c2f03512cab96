package dev.remit.contracts.agreements.lint;

import dev.remit.engines.calendar.CalendarText;
import java.time.DayOfWeek;
import java.util.BitSet;
import java.util.List;

/** How long a calendar is closed at most in a week without holidays. */
final class LongestClosedStretch {
    private static final int DAY = 24 * 60;
    private static final int WEEK = 7 * DAY;

    private LongestClosedStretch() {}

    /** Of a calendar that is well formed; 0 for one that never closes, or never opens. */
    static long minutes(CalendarText calendar) {
        BitSet open = new BitSet(2 * WEEK);
        for (DayOfWeek day : DayOfWeek.values()) {
            for (List<String> window : calendar.weekly().getOrDefault(day.name(), List.of())) {
                int from = minuteOf(window.getFirst());
                int to = minuteOf(window.getLast());
                int start = day.ordinal() * DAY + from;
                int end = start + (to <= from ? to + DAY : to) - from;
                for (int minute = start; minute < end; minute++) {
                    open.set(minute % WEEK);
                    open.set(minute % WEEK + WEEK);
                }
            }
        }
        int longest = 0;
        for (int at = open.nextSetBit(0); at >= 0; ) {
            int closes = open.nextClearBit(at);
            at = open.nextSetBit(closes);
            longest = at < 0 ? longest : Math.max(longest, at - closes);
        }
        return longest;
    }

    private static int minuteOf(String time) {
        return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
    }
}
