package dev.remit.engines.scope;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.money.MinorUnits;
import dev.remit.engines.money.Money;

/**
 * What INCLUDED work costs on top of the fee.
 *
 * @param kind how it is charged
 * @param amount decimal text, above 0; null where the rate card says how much
 * @param currency ISO 4217 code; null in a document whose rate card says it, and where there is no amount
 */
public record Surcharge(Kind kind, String amount, String currency) {

    /** How a surcharge is charged. */
    public enum Kind {
        /** A fixed amount, once for each work item and local date. */
        CALL_OUT,
        /** The part of the band's multiplier above 1, by the hour. */
        MULTIPLIER
    }

    /** Checks what goes together. */
    public Surcharge {
        InvalidInput.required(kind, "kind");
        if (kind == Kind.CALL_OUT) {
            InvalidInput.required(amount, "amount");
        } else if (amount != null || currency != null) {
            throw new InvalidInput(
                    amount != null ? "amount" : "currency", "does not go with a surcharge by the rate card");
        }
        if (currency != null) {
            amount = Pricing.money(amount, currency).amount();
        }
    }

    /** The same in its currency under a version. */
    Surcharge settled(MinorUnits card) {
        return kind == Kind.MULTIPLIER ? this : new Surcharge(kind, amount, Pricing.settled(currency, card));
    }

    /** The amount; only of a call-out, under a version. */
    public Money money() {
        return Pricing.money(amount, currency);
    }

    /** As it reads after INCLUDED: " with a call-out of 90.00 USD". */
    String words() {
        return kind == Kind.MULTIPLIER
                ? " with the surcharge of the rate card"
                : " with a call-out of " + (currency == null ? amount : amount + " " + currency);
    }
}
