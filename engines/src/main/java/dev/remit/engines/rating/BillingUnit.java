package dev.remit.engines.rating;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.calendar.Band;
import java.util.Objects;

/**
 * How worked seconds become billable minutes.
 *
 * @param minimumMinutes the least that is billed if anything was worked, at least 0
 * @param incrementMinutes what time is rounded to a multiple of, at least 1
 * @param rounding which way
 */
public record BillingUnit(long minimumMinutes, long incrementMinutes, Rounding rounding) {

    /** Every begun minute, without a minimum. */
    public static final BillingUnit MINUTE = new BillingUnit(0, 1, Rounding.UP);

    /** The longest minimum or increment: a week. */
    public static final long LONGEST = 7 * 24 * 60L;

    /** Checks the bounds. */
    public BillingUnit {
        Objects.requireNonNull(rounding, "rounding");
        if (minimumMinutes < 0 || minimumMinutes > LONGEST) {
            throw new InvalidInput("minimumMinutes", "must be from 0 to " + LONGEST);
        }
        if (incrementMinutes < 1 || incrementMinutes > LONGEST) {
            throw new InvalidInput("incrementMinutes", "must be from 1 to " + LONGEST);
        }
    }

    /** The same unit but for what is given; null is as here. */
    public BillingUnit with(Long otherMinimum, Long otherIncrement, Rounding otherRounding) {
        return new BillingUnit(
                otherMinimum == null ? minimumMinutes : otherMinimum,
                otherIncrement == null ? incrementMinutes : otherIncrement,
                otherRounding == null ? rounding : otherRounding);
    }

    /** Worked seconds to a multiple of the increment, in minutes; nothing worked is nothing. */
    long rounded(long seconds) {
        long increment = incrementMinutes * 60;
        long multiples =
                switch (rounding) {
                    case UP -> (seconds + increment - 1) / increment;
                    case NEAREST -> (2 * seconds + increment) / (2 * increment);
                    case DOWN -> seconds / increment;
                };
        return multiples * incrementMinutes;
    }

    /**
     * Another unit for some of the work. Of several that fit, one that names the work type goes before one that does not,
     * then one that names the band.
     *
     * @param workType for work of this type only; null for any
     * @param band for work that starts in this band only; null for any
     * @param unit the unit
     */
    public record Special(String workType, Band band, BillingUnit unit) {

        /** Checks the unit. */
        public Special {
            Objects.requireNonNull(unit, "unit");
        }

        boolean fits(String type, Band start) {
            return (workType == null || workType.equals(type)) && (band == null || band == start);
        }

        int weight() {
            return (workType == null ? 0 : 2) + (band == null ? 0 : 1);
        }
    }
}
