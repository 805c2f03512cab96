package dev.remit.engines.delivery;

import dev.remit.engines.InvalidInput;

/**
 * What a source has counted: 43,150 of the 43,200 minutes of a month, 94 of 97 machines, or 12 incidents of 1.
 *
 * @param numerator from 0 to {@link #MOST}
 * @param denominator from 0 to {@link #MOST}; 0 where there was nothing to count
 */
public record Counts(long numerator, long denominator) {

    /** The largest number that is taken. */
    public static final long MOST = 1_000_000_000_000_000L;

    /** @throws InvalidInput if a number is out of its range */
    public Counts {
        inRange(numerator, "numerator");
        inRange(denominator, "denominator");
    }

    private static void inRange(long number, String field) {
        if (number < 0 || number > MOST) {
            throw new InvalidInput(field, "must be from 0 to " + MOST);
        }
    }

    Counts without(Counts part) {
        return new Counts(numerator - part.numerator, denominator - part.denominator);
    }

    boolean holds(Counts part) {
        return part.numerator <= numerator && part.denominator <= denominator;
    }
}
