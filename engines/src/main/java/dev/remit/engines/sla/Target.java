package dev.remit.engines.sla;

import static dev.remit.engines.InvalidInput.required;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.calendar.CompiledCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.regex.Pattern;

/** What a clock allows: some open time, or the open time until a moment of a business day. */
public sealed interface Target {
    /** The seconds of a target that no open time reaches: more than anybody counts, and still countable in percent. */
    long NEVER = 1L << 50;

    /**
     * The open time from a start that it comes to, in seconds; {@link #NEVER} when its day does not come within a hundred
     * years.
     */
    long seconds(CompiledCalendar calendar, Instant start);

    /**
     * Open time.
     *
     * @param time whole seconds, 0 to a million days
     */
    record OpenTime(Duration time) implements Target {
        private static final Duration LONGEST = Duration.ofDays(1_000_000);

        /**
         * Checks the time.
         *
         * @throws InvalidInput naming {@code target} when it is negative, over a million days or not whole seconds
         */
        public OpenTime {
            if (time.isNegative()) {
                throw new InvalidInput("target", "must not be negative: " + time);
            }
            if (time.compareTo(LONGEST) > 0) {
                throw new InvalidInput("target", "must be at most a million days: " + time);
            }
            if (!Duration.ofSeconds(time.toSeconds()).equals(time)) {
                throw new InvalidInput("target", "must be whole seconds: " + time);
            }
        }

        @Override
        public long seconds(CompiledCalendar calendar, Instant start) {
            return time.toSeconds();
        }
    }

    /**
     * Until a time of day on a business day. The start's own date is day 0, also when it is closed.
     *
     * @param businessDays how many dates on which a window opens after the start's, 1 to 366
     * @param by a time of day as {@code HH:mm} in the calendar's zone, or {@link #CLOSE}; a time with no open time right
     *     before it means the close, too
     */
    record Days(Integer businessDays, String by) implements Target {
        /** The last closing of the day. */
        public static final String CLOSE = "CLOSE";

        /** The form of {@code by}. */
        public static final String BY = "^(?:CLOSE|(?:[01][0-9]|2[0-3]):[0-5][0-9])$";

        /** The most business days that a target may have. */
        public static final int MOST_DAYS = 366;

        private static final Pattern FORM = Pattern.compile(BY);

        /**
         * Checks both.
         *
         * @throws InvalidInput naming the one that is missing or wrong
         */
        public Days {
            if (by != null && !FORM.matcher(by).matches()) {
                throw new InvalidInput("by", "must be CLOSE or a time of day such as 16:00");
            }
            required(businessDays, "businessDays");
            if (businessDays < 1 || businessDays > MOST_DAYS) {
                throw new InvalidInput("businessDays", "must be from 1 to " + MOST_DAYS);
            }
            required(by, "by");
        }

        /** The time of day; null for the close. */
        public LocalTime time() {
            return by.equals(CLOSE) ? null : LocalTime.parse(by);
        }

        @Override
        public long seconds(CompiledCalendar calendar, Instant start) {
            Instant moment = calendar.onBusinessDay(start, businessDays, time());
            return moment == null ? NEVER : calendar.openSeconds(start, moment);
        }
    }
}
