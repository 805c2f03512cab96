package dev.remit.engines.scope;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.money.MinorUnits;
import dev.remit.engines.money.Money;

/** Reads amounts that stand in a rule. */
final class Pricing {

    /** The highest amount, so that sums stay within bounds. */
    private static final long LARGEST = 100_000_000_000L;

    private Pricing() {}

    /** @throws InvalidInput naming the member */
    static Money money(String amount, String currency) {
        MinorUnits in = currency(currency);
        long minor;
        try {
            minor = in.parse(amount);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput(
                    "amount",
                    "must be an amount in " + in.code() + " written as text, such as \"" + in.format(15_000) + "\"");
        }
        if (minor < 1 || minor > LARGEST) {
            throw new InvalidInput("amount", "must be from " + in.format(1) + " to " + in.format(LARGEST));
        }
        return new Money(in, minor);
    }

    private static MinorUnits currency(String code) {
        try {
            return MinorUnits.of(code);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("currency", "must be an ISO 4217 code");
        }
    }

    /**
     * The currency of an amount under a version: its own, else that of the rate card.
     *
     * @param card the currency of the version's rate card; null where it has none
     * @throws InvalidInput where there is neither, or where the two differ
     */
    static String settled(String own, MinorUnits card) {
        if (own == null && card == null) {
            throw new InvalidInput("currency", "must be given where the agreement has no rate card");
        }
        if (own != null && card != null && !own.equals(card.code())) {
            throw new InvalidInput("currency", "must be that of the rate card, " + card.code());
        }
        return own == null ? card.code() : own;
    }
}
