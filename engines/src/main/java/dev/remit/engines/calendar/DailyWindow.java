package dev.remit.engines.calendar;

import dev.remit.engines.InvalidInput;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A half-open stretch {@code [open, close)} of wall-clock time that belongs to the local date it opens on.
 *
 * @param openMinute minutes after local midnight at which it opens, 0 to 1439
 * @param closeMinute minutes after the same midnight at which it closes; more than 1440 when it runs overnight, and then
 *     less than a day after {@code openMinute}
 */
public record DailyWindow(int openMinute, int closeMinute) implements Comparable<DailyWindow> {
    private static final int DAY = 1440;
    private static final Pattern TIME_OF_DAY = Pattern.compile("([01][0-9]|2[0-4]):([0-5][0-9])");
    private static final Comparator<DailyWindow> BY_OPENING =
            Comparator.comparingInt(DailyWindow::openMinute).thenComparingInt(DailyWindow::closeMinute);

    /** The whole local day, midnight to midnight. */
    public static final DailyWindow ALL_DAY = new DailyWindow(0, DAY);

    public DailyWindow {
        if (openMinute < 0 || openMinute >= DAY) {
            throw new IllegalArgumentException("a window opens within its day: " + openMinute);
        }
        if (closeMinute <= openMinute || (closeMinute > DAY && closeMinute >= openMinute + DAY)) {
            throw new IllegalArgumentException("a window closes after it opens and within a day: " + closeMinute);
        }
    }

    /**
     * Reads two times of day written {@code HH:mm}. {@code 24:00}, or {@code 00:00} as the close, is the midnight that
     * ends the day; a close before its open is on the next day.
     *
     * @param open time at which the window opens, {@code 00:00} to {@code 23:59}
     * @param close time at which it closes, other than {@code open}
     * @param field path to name in an error
     * @throws InvalidInput when a time is missing or malformed, the open is {@code 24:00}, or both are equal
     */
    public static DailyWindow parse(String open, String close, String field) {
        int opens = minuteOfDay(open, field);
        int closes = minuteOfDay(close, field);
        if (opens == DAY) {
            throw new InvalidInput(field, "cannot open at 24:00, that is 00:00 of the next day");
        }
        if (opens == closes) {
            throw new InvalidInput(field, "opens and closes at the same time; a whole day is 00:00 to 24:00");
        }
        if (closes == 0) {
            return new DailyWindow(opens, DAY);
        }
        return new DailyWindow(opens, closes < opens ? closes + DAY : closes);
    }

    private static int minuteOfDay(String text, String field) {
        Matcher time = TIME_OF_DAY.matcher(text == null ? "" : text);
        if (!time.matches()) {
            throw new InvalidInput(field, "is not a time of day as HH:mm: " + text);
        }
        int minute = Integer.parseInt(time.group(1)) * 60 + Integer.parseInt(time.group(2));
        if (minute > DAY) {
            throw new InvalidInput(field, "is later than 24:00: " + text);
        }
        return minute;
    }

    @Override
    public int compareTo(DailyWindow other) {
        return BY_OPENING.compare(this, other);
    }

    /** The window as {@code HH:mm-HH:mm}. */
    @Override
    public String toString() {
        int closes = closeMinute > DAY ? closeMinute - DAY : closeMinute;
        return String.format(
                Locale.ROOT, "%02d:%02d-%02d:%02d", openMinute / 60, openMinute % 60, closes / 60, closes % 60);
    }
}
