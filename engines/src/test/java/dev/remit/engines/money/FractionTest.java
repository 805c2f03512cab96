package dev.remit.engines.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FractionTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    1.5,     3,     2,      1.5
                    1.50,    3,     2,      1.5
                    8.875,   71,    8,      8.875
                    2,       2,     1,      2
                    0,       0,     1,      0
                    0.00,    0,     1,      0
                    -1.25,   -5,    4,      -1.25
                    100,     100,   1,      100
                    123456789.123456789, 123456789123456789, 1000000000, 123456789.123456789
                    """)
    void readsPlainDecimalsInLowestTerms(String text, long numerator, long denominator, String written) {
        Fraction fraction = Fraction.parse(text);
        assertEquals(numerator, fraction.numerator());
        assertEquals(denominator, fraction.denominator());
        assertEquals(written, fraction.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", ".5", "..5", "1.", "+1", "1e3", "1/3", "1,5", " 1", "1.2.3", "٣", "12345678901234567890"
            })
    void refusesWhatIsNoPlainDecimal(String text) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> Fraction.parse(text));
        assertEquals("not a decimal number: " + text, refused.getMessage());
    }

    @Test
    void refusesMoreDigitsThanItHolds() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Fraction.parse("9999999999999999999"));
        assertEquals("too many digits: 9999999999999999999", refused.getMessage());
    }

    @Test
    void refusesADenominatorOfNothing() {
        assertThrows(IllegalArgumentException.class, () -> Fraction.of(1, 0));
    }

    @Test
    void writesARationalWithoutDecimalFormAsSuch() {
        assertEquals("1/3", Fraction.of(2, 6).toString());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    # a, b, multiplier, divisor, product
                    540, 15000, 1.5, 60, 202500
                    1,   1,     0.5, 1,  1
                    3,   1,     0.5, 1,  2
                    -1,  1,     0.5, 1,  -1
                    -3,  1,     0.5, 1,  -2
                    1,   1,     0.4, 1,  0
                    210000, 1,  8.25, 100, 17325
                    """)
    void roundsHalvesAwayFromZeroOnce(long a, long b, String multiplier, long divisor, long product) {
        assertEquals(product, Fraction.parse(multiplier).timesHalfUp(a, b, divisor));
    }

    @Property
    void multipliesExactlyWhateverTheSize(
            @ForAll long a,
            @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long b,
            @ForAll @LongRange(min = 0, max = 1_000_000_000) long numerator,
            @ForAll @LongRange(min = 1, max = 1_000_000) long denominator,
            @ForAll @LongRange(min = 1, max = 100) long divisor) {
        BigDecimal product = new BigDecimal(
                BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)).multiply(BigInteger.valueOf(numerator)));
        BigDecimal expected = product.divide(
                BigDecimal.valueOf(denominator).multiply(BigDecimal.valueOf(divisor)), 0, RoundingMode.HALF_UP);
        Fraction fraction = Fraction.of(numerator, denominator);
        if (expected.toBigInteger().bitLength() < Long.SIZE) {
            assertEquals(expected.longValueExact(), fraction.timesHalfUp(a, b, divisor));
        } else {
            assertThrows(ArithmeticException.class, () -> fraction.timesHalfUp(a, b, divisor));
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    # a, b, numerator, denominator, divisor, product; 2^40 is 1099511627776
                    1,             1,             1,             1099511627776, 1099511627776, 0
                    1099511627776, 1,             1,             1099511627776, 1099511627776, 0
                    1099511627776, 1099511627776, 1,             1099511627776, 1099511627776, 1
                    1,             1099511627776, 1099511627776, 1,             1099511627776, 1099511627776
                    1099511627776, 1,             1099511627776, 1,             1099511627776, 1099511627776
                    """)
    void multipliesExactlyWhereNoLongHoldsTheParts(
            long a, long b, long numerator, long denominator, long divisor, long product) {
        assertEquals(product, Fraction.of(numerator, denominator).timesHalfUp(a, b, divisor));
    }

    @Property
    void fitsAsManyAsThereIsRoomForAndNotOneMore(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long limit,
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long numerator,
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long denominator) {
        Fraction fraction = Fraction.of(numerator, denominator);
        BigInteger most = BigInteger.valueOf(fraction.mostWithin(limit));
        BigInteger room = BigInteger.valueOf(limit).multiply(BigInteger.valueOf(denominator));
        BigInteger one = BigInteger.valueOf(numerator);
        if (most.longValueExact() == Long.MAX_VALUE) {
            assertTrue(room.compareTo(most.multiply(one)) >= 0);
            return;
        }
        assertEquals(-1, Integer.signum(room.compareTo(most.add(BigInteger.ONE).multiply(one))));
        assertTrue(room.compareTo(most.multiply(one)) >= 0);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    # limit, numerator, denominator, most; 2^61, 2^62, 2^63 - 1
                    2305843009213693952, 1, 1, 2305843009213693952
                    4611686018427387904, 1, 1, 4611686018427387904
                    9223372036854775807, 1, 1, 9223372036854775807
                    4611686018427387904, 1, 2, 9223372036854775807
                    4611686018427387904, 2, 3, 6917529027641081856
                    9223372036854775807, 1, 9, 9223372036854775807
                    """)
    void countsAsFarAsALongDoes(long limit, long numerator, long denominator, long most) {
        assertEquals(most, Fraction.of(numerator, denominator).mostWithin(limit));
    }

    @Test
    void nothingNeverUsesAnythingUp() {
        assertEquals(Long.MAX_VALUE, Fraction.ZERO.mostWithin(0));
        assertThrows(ArithmeticException.class, () -> Fraction.of(-1, 2).mostWithin(1));
    }

    @Test
    void comparesByValue() {
        assertEquals(Fraction.of(1, 2), Fraction.of(2, 4));
        assertEquals(Fraction.of(1, 2).hashCode(), Fraction.of(2, 4).hashCode());
        assertEquals(-1, Fraction.of(1, 3).compareTo(Fraction.of(1, 2)));
    }

    @Test
    void movesItsDecimalPoint() {
        assertEquals(Fraction.parse("0.675"), Fraction.parse("67.5").shifted(-2));
        assertEquals(Fraction.parse("67.5"), Fraction.parse("0.675").shifted(2));
    }
}
