package dev.remit.engines.rating;

import dev.remit.engines.calendar.Band;
import dev.remit.engines.money.Fraction;
import dev.remit.engines.money.MinorUnits;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Gathers the terms of a card; what is not said is the plainest: no surcharge, tax, travel, minimum or call-out. */
final class CardBuilder {

    private final MinorUnits currency;
    private final List<HourlyRate> hourly = new ArrayList<>();
    private final List<HourlyRate> overage = new ArrayList<>();
    private final Map<Band, Fraction> multipliers = new EnumMap<>(Band.class);
    private final List<BillingUnit.Special> specialUnits = new ArrayList<>();
    private BillingUnit unit = BillingUnit.MINUTE;
    private Grouping grouping;
    private Travel travel;
    private long callOutMinor;
    private BlockBurn blockBurn;
    private Fraction taxRatePercent;
    private String clause;

    private CardBuilder(String currency) {
        this.currency = MinorUnits.of(currency);
    }

    static CardBuilder in(String currency) {
        return new CardBuilder(currency);
    }

    CardBuilder clause(String number) {
        clause = number;
        return this;
    }

    CardBuilder hourly(HourlyRate rate) {
        hourly.add(rate);
        return this;
    }

    CardBuilder overage(HourlyRate rate) {
        overage.add(rate);
        return this;
    }

    CardBuilder multiplier(Band band, Fraction multiplier) {
        multipliers.put(band, multiplier);
        return this;
    }

    CardBuilder unit(BillingUnit general) {
        unit = general;
        return this;
    }

    CardBuilder specialUnit(BillingUnit.Special special) {
        specialUnits.add(special);
        return this;
    }

    CardBuilder grouping(Grouping over) {
        grouping = over;
        return this;
    }

    CardBuilder travel(Travel how) {
        travel = how;
        return this;
    }

    CardBuilder callOutMinor(long fee) {
        callOutMinor = fee;
        return this;
    }

    CardBuilder blockBurn(BlockBurn how) {
        blockBurn = how;
        return this;
    }

    CardBuilder taxRatePercent(Fraction percent) {
        taxRatePercent = percent;
        return this;
    }

    RateCard build() {
        return new RateCard(
                clause,
                currency,
                new RateTable(hourly, "hourly"),
                new RateTable(overage, "overage"),
                multipliers,
                new BillingUnits(unit, specialUnits, grouping),
                travel,
                callOutMinor,
                blockBurn,
                taxRatePercent);
    }
}
