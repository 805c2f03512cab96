package dev.remit.billing.extras;

import dev.remit.engines.calendar.Band;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Objects;

/**
 * What a line comes to, in minor units of its currency.
 *
 * @param band null for travel and for work that could not be rated
 * @param currency null where nothing could be rated, as is the amount
 * @param amountMinor the full value
 * @param billedMinor what of it is billed, 0 while held
 * @param overCapMinor what of it was over the cap
 * @param heldReason null unless the line is held
 */
@Embeddable
record Figures(
        @Enumerated(EnumType.STRING) Band band,
        int lineNumber,
        long minutes,
        String currency,
        Long amountMinor,
        long billedMinor,
        long overCapMinor,
        String arithmetic,
        @Enumerated(EnumType.STRING) HeldReason heldReason) {

    static Figures unrated(int lineNumber, long minutes, HeldReason reason) {
        return new Figures(null, lineNumber, minutes, null, null, 0, 0, null, reason);
    }

    Figures held(HeldReason reason) {
        return new Figures(band, lineNumber, minutes, currency, amountMinor, 0, 0, arithmetic, reason);
    }

    /** Bills up to what the cap leaves room for. */
    Figures billedWithin(long room) {
        long billed = Math.min(amountMinor, Math.max(0, room));
        return new Figures(
                band,
                lineNumber,
                minutes,
                currency,
                amountMinor,
                billed,
                amountMinor - billed,
                arithmetic,
                billed == 0 && amountMinor > 0 ? HeldReason.OVER_CAP : null);
    }

    /** The part of this line that was over the cap and no longer is. */
    Figures released(long part) {
        String text = "released from over the cap of: " + arithmetic;
        return new Figures(band, lineNumber, 0, currency, part, part, 0, text, null);
    }

    Figures negated() {
        return new Figures(
                band,
                lineNumber,
                -minutes,
                currency,
                -amountMinor,
                -billedMinor,
                -overCapMinor,
                "reversal of " + arithmetic,
                null);
    }

    /** Whether both are the same work at the same full value, whatever is billed of it. */
    boolean isWorthAs(Figures other) {
        return minutes == other.minutes
                && Objects.equals(amountMinor, other.amountMinor)
                && Objects.equals(currency, other.currency)
                && Objects.equals(arithmetic, other.arithmetic);
    }

    /** Whether it is held for good, unless a fact of the work changes. */
    boolean isFinal() {
        return heldReason != null && heldReason.isFinal();
    }

    /** Whether nothing of it is billed, though nothing but the cap stands in the way. */
    boolean isIdle() {
        return heldReason == HeldReason.OVER_CAP || (heldReason == null && amountMinor == 0);
    }
}
