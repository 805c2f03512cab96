package dev.remit.kit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.remit.engines.money.Money;
import dev.remit.kit.problem.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyJsonTest {
    @ParameterizedTest
    @CsvSource({
        "125.00, USD, 12500",
        "0.05, USD, 5",
        "-0.05, USD, -5",
        "0.00, USD, 0",
        "999999999999999.99, USD, 99999999999999999",
        "1250, JPY, 1250",
        "1.250, KWD, 1250",
        "922337203685477.5807, CLF, 9223372036854775807",
        "-922337203685477.5807, CLF, -9223372036854775807",
    })
    void amountsHaveTheCurrencysDigits(String amount, String currency, long minor) {
        assertEquals(Money.of(minor, currency), new MoneyJson(amount, currency).money());
        assertEquals(new MoneyJson(amount, currency), MoneyJson.of(Money.of(minor, currency)));
    }

    @ParameterizedTest
    @CsvSource({
        "125, USD",
        "125.0, USD",
        "125.000, USD",
        "125.00, JPY",
        "1e2, USD",
        "+1.00, USD",
        ".50, USD",
        "01.00, USD",
        "-0.00, USD",
        "1.00, usd",
        "1.00, US",
        "1, XAU",
        "1.00, ZZZ",
        "'', USD",
        ", USD",
        "1.00,",
        "'1,00', USD",
        "NaN, USD",
        "1000000000000000.00, USD",
        "922337203685477.5808, CLF",
        "-922337203685477.5808, UYW",
        "999999999999999.9999, CLF",
    })
    void anythingElseIsRefused(String amount, String currency) {
        assertThrows(Problem.class, () -> new MoneyJson(amount, currency));
    }
}
