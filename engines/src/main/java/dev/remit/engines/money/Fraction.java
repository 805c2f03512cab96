package dev.remit.engines.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * An exact rational number in lowest terms: multipliers, percentages and distances. Products with whole numbers are
 * rounded once, at the end, and never pass through floating point; intermediate values may be of any size.
 */
public final class Fraction implements Comparable<Fraction> {

    /** Nothing. */
    public static final Fraction ZERO = new Fraction(0, 1);

    /** Unity. */
    public static final Fraction ONE = new Fraction(1, 1);

    private static final int LONGEST_TEXT = 19;
    private static final int SAFE_BITS = 62;

    private final long numerator;
    private final long denominator;

    private Fraction(long numerator, long denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
    }

    /**
     * @param numerator any
     * @param denominator above 0
     * @throws IllegalArgumentException if the denominator is not above 0
     */
    public static Fraction of(long numerator, long denominator) {
        if (denominator <= 0) {
            throw new IllegalArgumentException("a denominator is above 0, not " + denominator);
        }
        long divisor = BigInteger.valueOf(numerator)
                .gcd(BigInteger.valueOf(denominator))
                .longValueExact();
        return new Fraction(numerator / divisor, denominator / divisor);
    }

    /**
     * Reads plain decimal text such as {@code 1.5}, {@code 2} or {@code 8.875}, of at most 19 characters.
     *
     * @throws IllegalArgumentException if it is anything else, as {@code 1e3}, {@code +1}, {@code .5} or {@code 1/3}, or
     *     its digits without the point do not fit a long
     */
    public static Fraction parse(String decimal) {
        if (decimal.length() > LONGEST_TEXT || !isPlainDecimal(decimal)) {
            throw new IllegalArgumentException("not a decimal number: " + decimal);
        }
        BigDecimal value = new BigDecimal(decimal);
        try {
            return of(
                    value.unscaledValue().longValueExact(),
                    BigInteger.TEN.pow(value.scale()).longValueExact());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("too many digits: " + decimal, e);
        }
    }

    static boolean isPlainDecimal(String text) {
        int first = text.startsWith("-") ? 1 : 0;
        int point = -1;
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && point < 0) {
                point = i;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return text.length() > first && point != first && point != text.length() - 1;
    }

    /** The upper number, in lowest terms; it carries the sign. */
    public long numerator() {
        return numerator;
    }

    /** The lower number, in lowest terms; always above 0. */
    public long denominator() {
        return denominator;
    }

    /** -1, 0 or 1. */
    public int signum() {
        return Long.signum(numerator);
    }

    /**
     * {@code a × b × this ÷ divisor}, rounded to the nearest whole number, halves away from zero.
     *
     * @param divisor above 0
     * @throws ArithmeticException if the result does not fit a long
     */
    public long timesHalfUp(long a, long b, long divisor) {
        if (bits(a) + bits(b) + bits(numerator) <= SAFE_BITS && bits(divisor) + bits(denominator) < SAFE_BITS) {
            return divideHalfUp(a * b * numerator, divisor * denominator);
        }
        BigDecimal product = new BigDecimal(
                BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)).multiply(BigInteger.valueOf(numerator)));
        BigDecimal whole = new BigDecimal(BigInteger.valueOf(divisor).multiply(BigInteger.valueOf(denominator)));
        return product.divide(whole, 0, RoundingMode.HALF_UP).longValueExact();
    }

    /** This many of one thing, rounded to the nearest whole number, halves away from zero. */
    public long timesHalfUp(long whole) {
        return timesHalfUp(whole, 1, 1);
    }

    /**
     * The most whole things that fit: the largest {@code m} with {@code m × this ≤ limit}.
     *
     * @param limit at least 0
     * @return at least 0; {@link Long#MAX_VALUE} where more fit than a long counts, as if this is 0
     * @throws ArithmeticException if this is negative
     */
    public long mostWithin(long limit) {
        if (numerator < 0) {
            throw new ArithmeticException("a negative number never uses anything up");
        }
        if (numerator == 0) {
            return Long.MAX_VALUE;
        }
        if (bits(limit) + bits(denominator) <= SAFE_BITS) {
            return limit * denominator / numerator;
        }
        BigInteger most = BigInteger.valueOf(limit)
                .multiply(BigInteger.valueOf(denominator))
                .divide(BigInteger.valueOf(numerator));
        return most.bitLength() < Long.SIZE ? most.longValueExact() : Long.MAX_VALUE;
    }

    /** This with its decimal point moved: by -2 a rate in cents becomes one in dollars. */
    public Fraction shifted(int places) {
        long power = BigInteger.TEN.pow(Math.abs(places)).longValueExact();
        return places < 0
                ? of(numerator, Math.multiplyExact(denominator, power))
                : of(Math.multiplyExact(numerator, power), denominator);
    }

    private static long divideHalfUp(long dividend, long divisor) {
        long quotient = dividend / divisor;
        long rest = Math.abs(dividend % divisor);
        return rest >= divisor - rest ? quotient + Long.signum(dividend) : quotient;
    }

    private static int bits(long value) {
        return Long.SIZE - Long.numberOfLeadingZeros(Math.abs(value));
    }

    @Override
    public int compareTo(Fraction other) {
        return BigInteger.valueOf(numerator)
                .multiply(BigInteger.valueOf(other.denominator))
                .compareTo(BigInteger.valueOf(other.numerator).multiply(BigInteger.valueOf(denominator)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fraction f && f.numerator == numerator && f.denominator == denominator;
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(numerator) + Long.hashCode(denominator);
    }

    /** The shortest decimal text where there is an exact one ({@code 1.5}), else {@code 1/3}. */
    @Override
    public String toString() {
        try {
            return BigDecimal.valueOf(numerator)
                    .divide(BigDecimal.valueOf(denominator), MathContext.UNLIMITED)
                    .stripTrailingZeros()
                    .toPlainString();
        } catch (ArithmeticException e) {
            return numerator + "/" + denominator;
        }
    }
}
