package dev.remit.engines.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    private static final Money TWENTY = Money.of(2_000, "USD");
    private static final Money YEN = Money.of(2_000, "JPY");

    @Test
    void amountsOfOneCurrencyAddUp() {
        assertEquals(Money.of(2_550, "USD"), TWENTY.plus(Money.of(550, "USD")));
        assertEquals(Money.of(-550, "USD"), TWENTY.minus(Money.of(2_550, "USD")));
        assertTrue(TWENTY.compareTo(Money.of(1_999, "USD")) > 0);
        assertTrue(TWENTY.isPositive());
        assertFalse(Money.zero(TWENTY.currency()).isPositive());
        assertTrue(TWENTY.isIn("USD"));
        assertFalse(TWENTY.isIn("JPY"));
    }

    @Test
    void amountsOfDifferentCurrenciesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> TWENTY.plus(YEN));
        assertThrows(IllegalArgumentException.class, () -> TWENTY.minus(YEN));
        assertThrows(IllegalArgumentException.class, () -> TWENTY.compareTo(YEN));
    }

    @Test
    void whatDoesNotFitIsRefusedAndNotWrapped() {
        Money most = Money.of(Long.MAX_VALUE, "USD");
        assertThrows(ArithmeticException.class, () -> most.plus(TWENTY));
        assertThrows(
                ArithmeticException.class, () -> Money.of(Long.MIN_VALUE, "USD").minus(TWENTY));
        assertThrows(ArithmeticException.class, () -> Sums.of(Stream.of(most, TWENTY)));
    }

    @ParameterizedTest
    @CsvSource({"202500, USD, 2025.00 USD", "-5, USD, -0.05 USD", "2000, JPY, 2000 JPY", "1, KWD, 0.001 KWD"})
    void readsAsPeopleWriteIt(long minor, String currency, String text) {
        assertEquals(text, Money.of(minor, currency).toString());
    }

    @Test
    void sumsAreKeptByCurrency() {
        Sums sums = Sums.of(Stream.of(TWENTY, YEN, TWENTY)).plus(YEN);
        assertEquals(List.of(Money.of(4_000, "JPY"), Money.of(4_000, "USD")), List.copyOf(sums.all()));
        assertEquals(Money.of(4_000, "USD"), sums.in(MinorUnits.of("USD")));
        assertEquals(Money.of(0, "EUR"), sums.in(MinorUnits.of("EUR")));
        assertEquals(sums, Sums.NONE.plus(sums));
        assertNotEquals(sums, sums.plus(YEN));
        assertEquals("[4000 JPY, 40.00 USD]", sums.toString());
        assertEquals(List.of(), List.copyOf(Sums.NONE.all()));
    }
}
