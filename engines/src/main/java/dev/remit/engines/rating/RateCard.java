package dev.remit.engines.rating;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.remit.engines.InvalidInput;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.money.Fraction;
import dev.remit.engines.money.MinorUnits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What out-of-scope work costs under one version of an agreement. Immutable; made with {@link #in(String)}. */
public final class RateCard {

    /** The highest multiplier of a band. */
    public static final Fraction LARGEST_MULTIPLIER = Fraction.of(1000, 1);

    private final String clause;
    private final MinorUnits currency;
    private final RateTable hourly;
    private final RateTable overage;
    private final Map<Band, Fraction> multipliers;
    private final BillingUnit unit;
    private final List<BillingUnit.Special> specialUnits;
    private final Grouping grouping;
    private final Travel travel;
    private final long callOutMinor;
    private final BlockBurn blockBurn;
    private final Fraction taxRatePercent;

    private RateCard(Builder b) {
        clause = b.clause;
        currency = b.currency;
        hourly = new RateTable(b.hourly, "hourly");
        overage = new RateTable(b.overage, "overage");
        multipliers = Collections.unmodifiableMap(new EnumMap<>(b.multipliers));
        unit = b.unit;
        specialUnits = List.copyOf(b.specialUnits);
        grouping = b.grouping;
        travel = b.travel;
        callOutMinor = b.callOutMinor;
        blockBurn = b.blockBurn;
        taxRatePercent = b.taxRatePercent;
    }

    /**
     * Begins an empty card.
     *
     * @param currency an ISO 4217 code
     * @throws InvalidInput if there is no such currency
     */
    public static Builder in(String currency) {
        return new Builder(currency);
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

    /** The number of the clause that it is part of; may be null. */
    public String clause() {
        return clause;
    }

    /** The currency of every amount. */
    public MinorUnits currency() {
        return currency;
    }

    /** Rates of work that no block covers. */
    public List<HourlyRate> hourly() {
        return hourly.rates();
    }

    /** Rates of work beyond a prepaid block. */
    public List<HourlyRate> overage() {
        return overage.rates();
    }

    /** The bands that the card names; any other is without surcharge. */
    public Map<Band, Fraction> multipliers() {
        return multipliers;
    }

    /** What the band does to the price: 1 where the card does not name it. */
    public Fraction multiplier(Band band) {
        return multipliers.getOrDefault(band, Fraction.ONE);
    }

    /** How time is rounded unless a special unit fits. */
    public BillingUnit unit() {
        return unit;
    }

    /** Units for some of the work. */
    public List<BillingUnit.Special> specialUnits() {
        return specialUnits;
    }

    /** Over what time is summed before it is rounded. */
    public Grouping grouping() {
        return grouping;
    }

    /** How trips are charged. */
    public Travel travel() {
        return travel;
    }

    /** The fee for being called out of hours; 0 for none. */
    public long callOutMinor() {
        return callOutMinor;
    }

    /** How prepaid blocks are used up. */
    public BlockBurn blockBurn() {
        return blockBurn;
    }

    /** The tax in percent; 0 for none. */
    public Fraction taxRatePercent() {
        return taxRatePercent;
    }

    /** The rate of some work on a local date, or null if the card has none. */
    public HourlyRate hourlyRate(String workType, String role, LocalDate date) {
        return hourly.find(workType, role, date);
    }

    /** The rate beyond a block of some work on a local date, or null if the card has none. */
    public HourlyRate overageRate(String workType, String role, LocalDate date) {
        return overage.find(workType, role, date);
    }

    /** The unit for work of a type that starts in a band. */
    BillingUnit unit(String workType, Band start) {
        BillingUnit best = unit;
        int weight = -1;
        for (BillingUnit.Special special : specialUnits) {
            if (special.weight() > weight && special.fits(workType, start)) {
                best = special.unit();
                weight = special.weight();
            }
        }
        return best;
    }

    private List<Object> terms() {
        return Arrays.asList(
                clause,
                currency,
                hourly(),
                overage(),
                multipliers,
                unit,
                specialUnits,
                grouping,
                travel,
                callOutMinor,
                blockBurn,
                taxRatePercent);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof RateCard card && terms().equals(card.terms());
    }

    @Override
    public int hashCode() {
        return terms().hashCode();
    }

    /** Gathers the terms of a card; what is not said is the plainest: no surcharge, tax, travel, minimum or call-out. */
    public static final class Builder {

        private String clause;
        private final MinorUnits currency;
        private final List<HourlyRate> hourly = new ArrayList<>();
        private final List<HourlyRate> overage = new ArrayList<>();
        private final Map<Band, Fraction> multipliers = new EnumMap<>(Band.class);
        private BillingUnit unit = BillingUnit.MINUTE;
        private final List<BillingUnit.Special> specialUnits = new ArrayList<>();
        private Grouping grouping = Grouping.ENTRY;
        private Travel travel = Travel.NONE;
        private long callOutMinor;
        private BlockBurn blockBurn = BlockBurn.PLAIN;
        private Fraction taxRatePercent = Fraction.ZERO;

        private Builder(String currency) {
            try {
                this.currency = MinorUnits.of(currency);
            } catch (IllegalArgumentException e) {
                throw new InvalidInput("currency", "must be the ISO 4217 code of a currency");
            }
        }

        /** The currency of every amount. */
        public MinorUnits currency() {
            return currency;
        }

        /** The clause that the card is part of. */
        public Builder clause(String id) {
            clause = id;
            return this;
        }

        /** Adds a rate. */
        public Builder hourly(HourlyRate rate) {
            hourly.add(rate);
            return this;
        }

        /** Adds a rate for work beyond a block. */
        public Builder overage(HourlyRate rate) {
            overage.add(rate);
            return this;
        }

        /** What a band does to the price, from 0 to {@link #LARGEST_MULTIPLIER}. */
        public Builder multiplier(Band band, Fraction multiplier) {
            if (multiplier.signum() < 0 || multiplier.compareTo(LARGEST_MULTIPLIER) > 0) {
                throw new InvalidInput("multipliers." + band, "must be from 0 to " + LARGEST_MULTIPLIER);
            }
            multipliers.put(band, multiplier);
            return this;
        }

        /** How time is rounded. */
        public Builder unit(BillingUnit general) {
            unit = Objects.requireNonNull(general, "unit");
            return this;
        }

        /** Adds a unit for some of the work. */
        public Builder specialUnit(BillingUnit.Special special) {
            specialUnits.add(special);
            return this;
        }

        /** Over what time is summed before it is rounded. */
        public Builder grouping(Grouping over) {
            grouping = Objects.requireNonNull(over, "grouping");
            return this;
        }

        /** How trips are charged. */
        public Builder travel(Travel how) {
            travel = Objects.requireNonNull(how, "travel");
            return this;
        }

        /** The fee for being called out of hours, at least 0. */
        public Builder callOutMinor(long fee) {
            if (fee < 0 || fee > HourlyRate.LARGEST) {
                throw new InvalidInput("callOut", "must be from 0 to " + HourlyRate.LARGEST + " minor units");
            }
            callOutMinor = fee;
            return this;
        }

        /** How prepaid blocks are used up. */
        public Builder blockBurn(BlockBurn how) {
            blockBurn = Objects.requireNonNull(how, "blockBurn");
            return this;
        }

        /** The tax in percent, from 0 to 100. */
        public Builder taxRatePercent(Fraction percent) {
            if (percent.signum() < 0 || percent.compareTo(Fraction.of(100, 1)) > 0) {
                throw new InvalidInput("taxRatePercent", "must be from 0 to 100");
            }
            taxRatePercent = percent;
            return this;
        }

        /**
         * The card.
         *
         * @throws InvalidInput if two rates for the same work are in force on one date
         */
        public RateCard build() {
            return new RateCard(this);
        }
    }
}
