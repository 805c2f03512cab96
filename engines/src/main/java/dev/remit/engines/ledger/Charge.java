package dev.remit.engines.ledger;

import dev.remit.engines.money.Money;
import dev.remit.engines.scope.RulePrice;
import dev.remit.engines.scope.Surcharge;

/**
 * What is charged for work beside its time: a fixed price, an amount for each unit, a call-out.
 *
 * @param kind how it is charged
 * @param price the amount, or that of one unit; above 0
 * @param quantity how many units; 1 for what is charged once, null while nobody has counted
 * @param unit what is counted; null where nothing is, or nobody has named it
 */
public record Charge(LineKind kind, Money price, Long quantity, String unit) {

    /** A price of EXTRA work that is not by the hour. */
    static Charge of(RulePrice price, Long counted) {
        return price.isCounted()
                ? new Charge(LineKind.PER_UNIT, price.money(), counted, price.unit())
                : new Charge(LineKind.FIXED, price.money(), 1L, null);
    }

    /** A call-out for INCLUDED work. */
    static Charge of(Surcharge surcharge) {
        return new Charge(LineKind.CALL_OUT, surcharge.money(), 1L, null);
    }

    /** What it comes to, in minor units; only where somebody has counted. */
    public long amountMinor() {
        return Math.multiplyExact(price.minor(), quantity);
    }

    /** How that comes about: {@code 12 × 15.00 a device}. */
    public String arithmetic() {
        return switch (kind) {
            case PER_UNIT -> quantity + " × " + price.amount() + " a " + (unit == null ? "unit" : unit);
            case CALL_OUT -> "call-out " + price.amount();
            default -> "fixed price " + price.amount();
        };
    }

    boolean isCounted() {
        return quantity != null;
    }
}
