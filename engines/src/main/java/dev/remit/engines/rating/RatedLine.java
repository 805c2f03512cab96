package dev.remit.engines.rating;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.money.Fraction;
import dev.remit.engines.money.MinorUnits;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One line of rated work: money, and everything that it was computed from. Its JSON is what a simulation answers of it.
 *
 * @param entry the id of its entry
 * @param kind what it charges
 * @param rule which of the card's terms priced it
 * @param clause the number of the clause of that card; may be null
 * @param band when the labour was done; null for anything else
 * @param from where the entry was cut since another rate or other terms apply from there on; null for what it begins with,
 *     and for anything but labour
 * @param minutes its share of the entry's billable minutes; 0 for anything but labour
 * @param blockMinutes how many of them blocks cover; at most {@code minutes}
 * @param draws what that took from each block, in order of use: more or less than {@code blockMinutes} where burn is
 *     weighted
 * @param chargedMinutes the rest: {@code minutes} less {@code blockMinutes}
 * @param price how the amount comes about
 * @param amountMinor its full price
 * @param billedMinor what the cap leaves of it; the difference waits for a further approval
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonIgnoreProperties({"rule", "clause", "draws", "price"})
public record RatedLine(
        String entry,
        Kind kind,
        Rule rule,
        String clause,
        Band band,
        @JsonInclude(JsonInclude.Include.NON_NULL) Instant from,
        long minutes,
        long blockMinutes,
        List<Draw> draws,
        long chargedMinutes,
        Price price,
        long amountMinor,
        long billedMinor) {

    private static final long MINUTES_AN_HOUR = 60;

    /** What a line charges. */
    public enum Kind {
        /** Work. */
        LABOUR,
        /** Being called outside business hours. */
        CALL_OUT,
        /** A trip. */
        TRAVEL
    }

    /** Which term priced a line. */
    public enum Rule {
        /** The hourly rate of the work. */
        HOURLY,
        /** The rate beyond a prepaid block. */
        OVERAGE,
        /** The fee for a call-out. */
        CALL_OUT_FEE,
        /** The fee for a trip. */
        TRAVEL_FLAT,
        /** The hourly rate for travelling. */
        TRAVEL_HOURLY,
        /** The rate for distance. */
        TRAVEL_DISTANCE
    }

    /**
     * Block minutes that a line takes.
     *
     * @param block the block's id
     * @param minutes above 0
     */
    public record Draw(String block, long minutes) {}

    /**
     * How an amount comes about.
     *
     * @param currency of every amount of the line
     * @param rateMinor the hourly rate or fee in minor units; 0 for distance, whose rate is {@code multiplier}
     * @param multiplier the band's; 1 for a fee; the rate of a unit of distance in minor units
     * @param quantity the distance, or the minutes travelled; null for anything else
     */
    public record Price(MinorUnits currency, long rateMinor, Fraction multiplier, Fraction quantity) {}

    /** Copies the list. */
    public RatedLine {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(price, "price");
        draws = List.copyOf(draws);
    }

    /**
     * The same work for some of its minutes.
     *
     * @param part from 0 to its minutes
     * @throws IllegalStateException for anything but labour that neither blocks nor a cap touch
     */
    public RatedLine of(long part) {
        if (kind != Kind.LABOUR || blockMinutes > 0 || overCapMinor() > 0) {
            throw new IllegalStateException("only labour that is charged in full can be divided");
        }
        long amount = price.multiplier().timesHalfUp(part, price.rateMinor(), MINUTES_AN_HOUR);
        return new RatedLine(entry, kind, rule, clause, band, from, part, 0, draws, part, price, amount, amount);
    }

    /** What the cap keeps back. */
    public long overCapMinor() {
        return amountMinor - billedMinor;
    }

    /** The block minutes that it takes from all blocks. */
    public long blockMinutesUsed() {
        long used = 0;
        for (Draw draw : draws) {
            used += draw.minutes();
        }
        return used;
    }

    /** How the amount comes about, for people: {@code 540 min × 150.00/h × 1.5}. */
    public String arithmetic() {
        return Arithmetic.of(this);
    }
}
