package dev.remit.engines.rating;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.remit.engines.InvalidInput;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.money.Fraction;
import dev.remit.engines.money.MinorUnits;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;

/**
 * What out-of-scope work costs under one version of an agreement. What may be null is then the plainest: no surcharge, tax,
 * trip or block.
 *
 * @param clause the number of the clause that it is part of; may be null
 * @param currency of every amount
 * @param hourly rates of work that no block covers
 * @param overage rates of work beyond a prepaid block; may be null
 * @param multipliers what a band does to the price, from 0 to {@link #LARGEST_MULTIPLIER}; any other band is without
 *     surcharge
 * @param units how time is rounded
 * @param travel how trips are charged; may be null
 * @param callOutMinor the fee for being called out of hours, in minor units; 0 for none
 * @param blockBurn how prepaid blocks are used up; may be null
 * @param taxRatePercent from 0 to 100; may be null
 */
public record RateCard(
        String clause,
        MinorUnits currency,
        RateTable hourly,
        RateTable overage,
        Map<Band, Fraction> multipliers,
        BillingUnits units,
        Travel travel,
        long callOutMinor,
        BlockBurn blockBurn,
        Fraction taxRatePercent) {

    /** The highest multiplier of a band. */
    public static final Fraction LARGEST_MULTIPLIER = Fraction.of(1000, 1);

    private static final Fraction WHOLE = Fraction.of(100, 1);

    /**
     * Checks the bounds.
     *
     * @throws InvalidInput naming the term
     */
    public RateCard {
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(hourly, "hourly");
        Objects.requireNonNull(units, "units");
        overage = overage == null ? RateTable.NONE : overage;
        travel = travel == null ? Travel.NONE : travel;
        blockBurn = blockBurn == null ? BlockBurn.PLAIN : blockBurn;
        taxRatePercent = taxRatePercent == null ? Fraction.ZERO : taxRatePercent;
        EnumMap<Band, Fraction> copy = new EnumMap<>(Band.class);
        if (multipliers != null) {
            copy.putAll(multipliers);
        }
        copy.forEach((band, factor) -> requireWithin(factor, LARGEST_MULTIPLIER, "multipliers." + band));
        multipliers = Collections.unmodifiableMap(copy);
        if (callOutMinor < 0 || callOutMinor > HourlyRate.LARGEST) {
            throw new InvalidInput("callOut", "must be from 0 to " + HourlyRate.LARGEST + " minor units");
        }
        requireWithin(taxRatePercent, WHOLE, "taxRatePercent");
    }

    private static void requireWithin(Fraction number, Fraction most, String field) {
        if (number.signum() < 0 || number.compareTo(most) > 0) {
            throw new InvalidInput(field, "must be from 0 to " + most);
        }
    }

    /**
     * The card of a text.
     *
     * @throws InvalidInput naming the member that is wrong
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static RateCard of(CardText text) {
        return text.card();
    }

    /** The text of the card, which is its JSON. */
    @JsonValue
    CardText text() {
        return CardText.of(this);
    }

    /** What the band does to the price: 1 where the card does not name it. */
    public Fraction multiplier(Band band) {
        return multipliers.getOrDefault(band, Fraction.ONE);
    }

    /** The rate of some work on a local date, or null if the card has none. */
    public HourlyRate hourlyRate(String workType, String role, LocalDate date) {
        return hourly.find(workType, role, date);
    }

    /** Whether some work costs the same on two local dates. */
    boolean costsAlike(String workType, String role, LocalDate one, LocalDate other) {
        return Objects.equals(hourlyRate(workType, role, one), hourlyRate(workType, role, other))
                && Objects.equals(overageRate(workType, role, one), overageRate(workType, role, other));
    }

    /** The local dates after one, through another, on which a rate for work of a type begins or ends; in their order. */
    SortedSet<LocalDate> rateDates(String workType, LocalDate after, LocalDate through) {
        SortedSet<LocalDate> changes = hourly.changes(workType, after, through);
        changes.addAll(overage.changes(workType, after, through));
        return changes;
    }

    /** The rate beyond a block of some work on a local date, or null if the card has none. */
    public HourlyRate overageRate(String workType, String role, LocalDate date) {
        return overage.find(workType, role, date);
    }
}
