package dev.remit.engines.money;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;

/**
 * A currency and how its amounts are written: engines count in its smallest unit (cents of USD, yen of JPY, fils of
 * KWD) and this converts those counts to and from decimal text.
 *
 * @param code the ISO 4217 code, such as {@code USD}
 * @param digits decimal places of one major unit: 2 for USD, 0 for JPY, 3 for KWD
 */
public record MinorUnits(@JsonValue String code, int digits) {

    private static final int LONGEST_AMOUNT = 24;

    /** Checks the two against each other; use {@link #of(String)}, which knows the digits. */
    public MinorUnits {
        Objects.requireNonNull(code, "code");
        if (digits < 0) {
            throw new IllegalArgumentException(code + " has no minor units");
        }
    }

    /**
     * @param code an ISO 4217 code in capitals
     * @throws IllegalArgumentException if the code is unknown or names no money, as XXX or XAU
     */
    public static MinorUnits of(String code) {
        Currency currency;
        try {
            currency = Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("no currency has the code " + code, e);
        }
        return new MinorUnits(code, currency.getDefaultFractionDigits());
    }

    /**
     * Reads a decimal amount exactly.
     *
     * @param decimal plain decimal text such as {@code 125.00} or {@code -3.5}; no exponent, sign {@code +} or grouping
     * @return the amount in minor units
     * @throws IllegalArgumentException if it is no such text, has more places than the currency, or does not fit a long
     */
    public long parse(String decimal) {
        try {
            return scaled(decimal, digits);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "an amount in " + code + " has at most " + digits + " decimal places, not " + decimal, e);
        }
    }

    private static long scaled(String decimal, int digits) {
        if (decimal.length() > LONGEST_AMOUNT || !Fraction.isPlainDecimal(decimal)) {
            throw new IllegalArgumentException("not a decimal amount: " + decimal);
        }
        return new BigDecimal(decimal).movePointRight(digits).longValueExact();
    }

    /** Writes an amount of minor units with exactly the currency's places: {@code 202500} in USD is {@code 2025.00}. */
    public String format(long minor) {
        return BigDecimal.valueOf(minor, digits).toPlainString();
    }
}
