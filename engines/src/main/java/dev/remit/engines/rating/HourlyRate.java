package dev.remit.engines.rating;

import dev.remit.engines.InvalidInput;
import java.time.LocalDate;

/**
 * What an hour of work costs.
 *
 * @param workType as {@code ONSITE}
 * @param role as {@code ENGINEER}; null for every role without a rate of its own
 * @param minorPerHour in minor units of the card's currency, from 0 to {@link #LARGEST}
 * @param from the first local date it is in force on; null for ever before
 * @param to the first local date it is no longer in force on; null for ever after
 */
public record HourlyRate(String workType, String role, long minorPerHour, LocalDate from, LocalDate to) {

    /** The highest rate, so that products stay within bounds. */
    public static final long LARGEST = 100_000_000_000L;

    /** Checks the bounds. */
    public HourlyRate {
        if (workType == null || workType.isBlank()) {
            throw new InvalidInput("workType", "is missing");
        }
        if (minorPerHour < 0 || minorPerHour > LARGEST) {
            throw new InvalidInput("rate", "must be from 0 to " + LARGEST + " minor units an hour");
        }
        if (from != null && to != null && !from.isBefore(to)) {
            throw new InvalidInput("to", "must be after from");
        }
    }

    /** A rate for a work type, whatever the role and date. */
    public static HourlyRate of(String workType, long minorPerHour) {
        return new HourlyRate(workType, null, minorPerHour, null, null);
    }

    boolean inForce(LocalDate date) {
        return (from == null || !date.isBefore(from)) && (to == null || date.isBefore(to));
    }

    boolean overlaps(HourlyRate other) {
        return (to == null || other.from == null || other.from.isBefore(to))
                && (other.to == null || from == null || from.isBefore(other.to));
    }
}
