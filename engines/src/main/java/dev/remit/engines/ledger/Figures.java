package dev.remit.engines.ledger;

import dev.remit.engines.calendar.Band;
import dev.remit.engines.money.Fraction;
import dev.remit.engines.money.MinorUnits;
import dev.remit.engines.money.Money;
import dev.remit.engines.rating.RatedLine;
import java.util.Objects;

/**
 * What a line comes to, in minor units of its currency. Unless the line is held, what is billed and what is over the cap
 * add up to the amount.
 *
 * @param piece null for travel and for work that could not be rated
 * @param share how a volume divides the piece; null where all of it is within or beyond
 * @param lineNumber its place among the lines of its entry
 * @param minutes billable minutes; those of a reversal are negative
 * @param currency null where nothing could be rated, as are the amount and the arithmetic
 * @param amountMinor the full value
 * @param billedMinor what of it is billed, 0 while held
 * @param overCapMinor what of it is over the cap, 0 while held for another reason
 * @param heldReason null unless the line is held
 */
public record Figures(
        PieceKey piece,
        VolumeShare share,
        int lineNumber,
        long minutes,
        String currency,
        Long amountMinor,
        long billedMinor,
        long overCapMinor,
        String arithmetic,
        HeldReason heldReason) {

    private static final long MINUTES_AN_HOUR = 60;

    /** The band of its piece; null for none. */
    public Band band() {
        return piece == null ? null : piece.band();
    }

    /**
     * A rated line at its full value.
     *
     * @param rated of the piece alone
     * @param piece null for a trip
     * @param share may be null
     */
    public static Figures of(RatedLine rated, PieceKey piece, VolumeShare share, int lineNumber) {
        return new Figures(
                piece,
                share,
                lineNumber,
                rated.minutes(),
                rated.price().currency().code(),
                rated.amountMinor(),
                0,
                0,
                rated.arithmetic(),
                null);
    }

    /** Work that nothing prices. */
    static Figures unrated(int lineNumber, long minutes, HeldReason reason) {
        return new Figures(null, null, lineNumber, minutes, null, null, 0, 0, null, reason);
    }

    /**
     * The part of a band's multiplier above 1, as a line of its own.
     *
     * @param labour the work, rated whole
     */
    public static Figures surcharge(RatedLine labour, PieceKey piece, VolumeShare share, int lineNumber) {
        Fraction factor = labour.price().multiplier();
        Fraction above = Fraction.of(factor.numerator() - factor.denominator(), factor.denominator());
        long rate = labour.price().rateMinor();
        long amount = above.signum() > 0 ? above.timesHalfUp(labour.chargedMinutes(), rate, MINUTES_AN_HOUR) : 0;
        MinorUnits currency = labour.price().currency();
        String text = labour.chargedMinutes() + " min × " + currency.format(rate) + "/h × (" + factor + " − 1)";
        return new Figures(piece, share, lineNumber, labour.minutes(), currency.code(), amount, 0, 0, text, null);
    }

    /**
     * What is charged beside time, as a line.
     *
     * @param band of the piece that it is charged for; may be null
     */
    public static Figures of(Charge charge, Band band, int lineNumber) {
        String code = charge.price().currency().code();
        return new Figures(
                PieceKey.of(band), null, lineNumber, 0, code, charge.amountMinor(), 0, 0, charge.arithmetic(), null);
    }

    /** The same value, none of it billed. */
    public Figures held(HeldReason reason) {
        return new Figures(piece, share, lineNumber, minutes, currency, amountMinor, 0, 0, arithmetic, reason);
    }

    /**
     * The same value, of which the cap leaves a part to be billed; without any, the line is held.
     *
     * @param part from 0 to the amount
     */
    public Figures billed(long part) {
        HeldReason held = part == 0 && amountMinor > 0 ? HeldReason.OVER_CAP : null;
        return new Figures(
                piece, share, lineNumber, minutes, currency, amountMinor, part, amountMinor - part, arithmetic, held);
    }

    /** A line of its own for a part of this one that was over the cap and no longer is. */
    public Figures released(long part) {
        String text = "released from over the cap of: " + arithmetic;
        return new Figures(piece, share, lineNumber, 0, currency, part, part, 0, text, null);
    }

    /** A line that takes this one back whole. */
    public Figures negated() {
        return new Figures(
                piece,
                share,
                lineNumber,
                -minutes,
                currency,
                -amountMinor,
                -billedMinor,
                -overCapMinor,
                "reversal of " + arithmetic,
                null);
    }

    /** What is billed; null where nothing could be rated. */
    public Money bills() {
        return currency == null ? null : Money.of(billedMinor, currency);
    }

    /** Whether both are the same work at the same full value, whatever is billed of it. */
    public boolean isWorthAs(Figures other) {
        return minutes == other.minutes
                && Objects.equals(share, other.share)
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
