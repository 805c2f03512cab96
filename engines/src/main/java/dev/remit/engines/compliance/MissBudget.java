package dev.remit.engines.compliance;

import dev.remit.engines.money.Fraction;
import java.math.BigInteger;
import java.time.LocalDate;

/**
 * How many more targets may be missed before a period that is under way ends with its promise broken, if what comes in goes
 * on as it has so far. A missed target that was excused for a reason that the promise allows uses nothing up.
 *
 * @param expected how many will count by the end of the period
 * @param allowed how many of them may be missed
 * @param missed how many have been
 * @param left how many more may be, at least 0
 * @param goneOn the date on which nothing will be left; null where something will be at the end, nothing was missed so far, or
 *     nothing is left now
 */
public record MissBudget(long expected, long allowed, long missed, long left, LocalDate goneOn) {
    private static final long HUNDRED = 100;

    /**
     * @param percent that is to be met
     * @param met how many were so far
     * @param missed how many were not, and are not excused
     * @param today a date of the period, which counts as a whole
     */
    static MissBudget of(CompliancePeriod period, Fraction percent, long met, long missed, LocalDate today) {
        long passed = today.toEpochDay() - period.first().toEpochDay() + 1;
        long expected = product(met + missed, period.days())
                .divide(BigInteger.valueOf(passed))
                .longValueExact();
        long allowed = allowed(expected, percent);
        long left = Math.max(0, allowed - missed);
        return new MissBudget(expected, allowed, missed, left, goneOn(period, allowed, missed, passed));
    }

    /** How many of so many may be missed at most. */
    static long allowed(long counted, Fraction percent) {
        BigInteger whole = product(HUNDRED, percent.denominator());
        return whole.subtract(BigInteger.valueOf(percent.numerator()))
                .multiply(BigInteger.valueOf(counted))
                .divide(whole)
                .longValueExact();
    }

    private static LocalDate goneOn(CompliancePeriod period, long allowed, long missed, long passed) {
        if (missed == 0 || allowed <= missed) {
            return null;
        }
        long days = Math.ceilDiv(Math.multiplyExact(allowed, passed), missed);
        return days > period.days() ? null : period.first().plusDays(days - 1);
    }

    private static BigInteger product(long one, long other) {
        return BigInteger.valueOf(one).multiply(BigInteger.valueOf(other));
    }
}
