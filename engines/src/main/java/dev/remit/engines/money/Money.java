package dev.remit.engines.money;

import java.util.Objects;

/**
 * An amount of one currency. Amounts of different currencies are neither added nor compared.
 *
 * @param currency never null
 * @param minor in the currency's smallest unit, such as cents; may be negative
 */
public record Money(MinorUnits currency, long minor) implements Comparable<Money> {

    /** Checks the currency. */
    public Money {
        Objects.requireNonNull(currency, "currency");
    }

    /**
     * An amount in minor units.
     *
     * @param currency an ISO 4217 code
     * @throws IllegalArgumentException if there is no such currency
     */
    public static Money of(long minor, String currency) {
        return new Money(MinorUnits.of(currency), minor);
    }

    /** Nothing, in a currency. */
    public static Money zero(MinorUnits currency) {
        return new Money(currency, 0);
    }

    /**
     * Both together.
     *
     * @throws IllegalArgumentException if the other is in another currency
     * @throws ArithmeticException if the sum does not fit a long
     */
    public Money plus(Money other) {
        return new Money(currency, Math.addExact(minor, sameCurrency(other).minor));
    }

    /**
     * This less the other.
     *
     * @throws IllegalArgumentException if the other is in another currency
     * @throws ArithmeticException if the difference does not fit a long
     */
    public Money minus(Money other) {
        return new Money(currency, Math.subtractExact(minor, sameCurrency(other).minor));
    }

    /** Whether it is more than nothing. */
    public boolean isPositive() {
        return minor > 0;
    }

    /** Whether it is in a currency. */
    public boolean isIn(String code) {
        return currency.code().equals(code);
    }

    /** @throws IllegalArgumentException if the other is in another currency */
    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, sameCurrency(other).minor);
    }

    /** The amount as decimal text with exactly the currency's places, such as {@code 2025.00}. */
    public String amount() {
        return currency.format(minor);
    }

    /** Amount and currency, such as {@code 2025.00 USD}. */
    @Override
    public String toString() {
        return amount() + " " + currency.code();
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(this + " and " + other + " are in different currencies");
        }
        return other;
    }
}
