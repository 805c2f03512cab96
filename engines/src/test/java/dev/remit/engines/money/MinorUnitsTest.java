package dev.remit.engines.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MinorUnitsTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    USD, 125.00,  12500,  125.00
                    USD, 125,     12500,  125.00
                    USD, 0.5,     50,     0.50
                    USD, -3.05,   -305,   -3.05
                    JPY, 1200,    1200,   1200
                    KWD, 1.234,   1234,   1.234
                    USD, 000000000000000000001.50, 150, 1.50
                    """)
    void countsInTheSmallestUnitOfTheCurrency(String code, String text, long minor, String written) {
        MinorUnits currency = MinorUnits.of(code);
        assertEquals(minor, currency.parse(text));
        assertEquals(written, currency.format(minor));
    }

    @ParameterizedTest
    @CsvSource({
        "USD, 1.005",
        "JPY, 1.5",
        "USD, 1e2",
        "USD, 99999999999999999999",
        "USD, 0000000000000000000001.50",
        "USD, ''",
        "USD, '1,00'"
    })
    void neverRoundsSilently(String code, String text) {
        MinorUnits currency = MinorUnits.of(code);
        assertThrows(IllegalArgumentException.class, () -> currency.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"XXX", "XAU", "usd", "ZZZ", ""})
    void knowsOnlyMoney(String code) {
        assertThrows(IllegalArgumentException.class, () -> MinorUnits.of(code));
    }
}
