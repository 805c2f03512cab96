package dev.remit.engines.agreement;

import static dev.remit.engines.InvalidInput.each;
import static dev.remit.engines.InvalidInput.required;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.money.Fraction;
import dev.remit.engines.money.MinorUnits;
import dev.remit.engines.rating.BillingUnit;
import dev.remit.engines.rating.BillingUnits;
import dev.remit.engines.rating.BlockBurn;
import dev.remit.engines.rating.Grouping;
import dev.remit.engines.rating.HourlyRate;
import dev.remit.engines.rating.RateCard;
import dev.remit.engines.rating.RateTable;
import dev.remit.engines.rating.Rounding;
import dev.remit.engines.rating.Travel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The rate card of a document: its amounts are decimal text in its currency. What may be absent is null.
 *
 * @param clause the clause that sets the prices
 * @param currency ISO 4217 code
 * @param hourly rates of work that no block covers
 * @param overage rates of work beyond a prepaid block
 * @param multipliers what a band does to the price
 * @param units other ways to round some of the work
 * @param callOut the fee for being called out of hours
 * @param bandCalendar name of the calendar of the bands; null if the coverage
 */
record PricesText(
        String clause,
        MinorUnits currency,
        List<Rate> hourly,
        List<Rate> overage,
        Map<Band, Fraction> multipliers,
        Long minimumMinutes,
        Long incrementMinutes,
        Rounding roundingMode,
        List<Unit> units,
        Grouping grouping,
        Trip travel,
        String callOut,
        BlockBurn blockBurn,
        Fraction taxRatePercent,
        String bandCalendar) {

    /** An hourly rate; a role and dates narrow it. */
    record Rate(String workType, String role, String rate, LocalDate from, LocalDate to) {

        HourlyRate in(MinorUnits currency) {
            return new HourlyRate(workType, role, amount(rate, "rate", currency), from, to);
        }
    }

    /** A way to round some of the work; what is null is as on the card. */
    record Unit(String workType, Band band, Long minimumMinutes, Long incrementMinutes, Rounding roundingMode) {

        BillingUnit.Special within(BillingUnit general) {
            return new BillingUnit.Special(
                    workType, band, general.with(minimumMinutes, incrementMinutes, roundingMode));
        }
    }

    /** How trips are charged: a fee, or a rate by hour or distance. */
    record Trip(Kind kind, String fee, String rate) {

        enum Kind {
            NONE,
            FLAT,
            HOURLY,
            DISTANCE
        }

        Travel in(MinorUnits currency) {
            return switch (required(kind, "kind")) {
                case NONE -> Travel.NONE;
                case FLAT -> new Travel.Flat(amount(fee, "fee", currency));
                case HOURLY -> new Travel.Hourly(amount(rate, "rate", currency));
                case DISTANCE -> new Travel.Distance(perUnit().shifted(currency.digits()));
            };
        }

        private Fraction perUnit() {
            try {
                return Fraction.parse(required(rate, "rate"));
            } catch (InvalidInput missing) {
                throw missing;
            } catch (IllegalArgumentException e) {
                throw new InvalidInput("rate", "must be a decimal number written as text, such as \"1.5\"");
            }
        }
    }

    /**
     * The card that it says.
     *
     * @throws InvalidInput naming the member, as {@code hourly[1].rate}
     */
    RateCard card() {
        MinorUnits in = required(currency, "currency");
        BillingUnit general = BillingUnit.MINUTE.with(minimumMinutes, incrementMinutes, roundingMode);
        return new RateCard(
                clause,
                in,
                new RateTable(each(hourly, "hourly", rate -> rate.in(in)), "hourly"),
                new RateTable(each(overage, "overage", rate -> rate.in(in)), "overage"),
                multipliers,
                new BillingUnits(general, each(units, "units", unit -> unit.within(general)), grouping),
                travel == null ? null : InvalidInput.at("travel", () -> travel.in(in)),
                callOut == null ? 0 : amount(callOut, "callOut", in),
                blockBurn,
                taxRatePercent);
    }

    private static long amount(String text, String field, MinorUnits currency) {
        required(text, field);
        long amount;
        try {
            amount = currency.parse(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput(
                    field,
                    "must be an amount in " + currency.code() + " written as text, such as \"" + currency.format(15_000)
                            + "\"");
        }
        if (amount < 0 || amount > HourlyRate.LARGEST) {
            throw new InvalidInput(field, "must be from 0 to " + currency.format(HourlyRate.LARGEST));
        }
        return amount;
    }
}
