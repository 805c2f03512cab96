package dev.remit.engines.scope;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.money.MinorUnits;
import dev.remit.engines.money.Money;

/**
 * What EXTRA work costs, where it is not charged by the hour.
 *
 * @param kind how it is charged
 * @param amount decimal text, above 0
 * @param currency ISO 4217 code; null in a document whose rate card says it
 * @param unit what is counted, as {@code device}; null where nothing is, or nobody has named it
 */
public record RulePrice(Kind kind, String amount, String currency, String unit) {

    /** How work is charged. */
    public enum Kind {
        /** By the rate card. */
        HOURLY,
        /** An amount for the work item, once, however long it takes. */
        FIXED,
        /** An amount for each unit that somebody has counted. */
        PER_UNIT
    }

    /** By the rate card. */
    public static final RulePrice HOURLY = new RulePrice(Kind.HOURLY, null, null, null);

    /** Checks what goes together. */
    public RulePrice {
        InvalidInput.required(kind, "kind");
        if (kind == Kind.HOURLY) {
            refuse(amount, "amount");
            refuse(currency, "currency");
        } else {
            InvalidInput.required(amount, "amount");
        }
        if (kind != Kind.PER_UNIT) {
            refuse(unit, "unit");
        }
        if (currency != null) {
            amount = Pricing.money(amount, currency).amount();
        }
    }

    private static void refuse(String member, String name) {
        if (member != null) {
            throw new InvalidInput(name, "does not go with this kind of price");
        }
    }

    /** Whether time is charged. */
    public boolean isHourly() {
        return kind == Kind.HOURLY;
    }

    /** Whether somebody has to count before anything can be charged. */
    public boolean isCounted() {
        return kind == Kind.PER_UNIT;
    }

    /** The same in its currency under a version. */
    RulePrice settled(MinorUnits card) {
        return isHourly() ? this : new RulePrice(kind, amount, Pricing.settled(currency, card), unit);
    }

    /** The amount, for the work item or each unit; only of a price that is not by the hour, under a version. */
    public Money money() {
        return Pricing.money(amount, currency);
    }

    /** As it reads after EXTRA: " for 4500.00 USD". */
    String words() {
        String price = currency == null ? amount : amount + " " + currency;
        return switch (kind) {
            case HOURLY -> "";
            case FIXED -> " for " + price;
            case PER_UNIT -> " for " + price + " for each " + (unit == null ? "unit" : unit);
        };
    }
}
