package dev.remit.engines.rating;

import static dev.remit.engines.InvalidInput.each;
import static dev.remit.engines.InvalidInput.required;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remit.engines.InvalidInput;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.money.Fraction;
import dev.remit.engines.money.MinorUnits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rate card of a case: amounts are whole minor units, rates that hold for every role and date an object by work
 * type. What may be absent is null.
 *
 * @param hourly rates by role or date, as {@code overageHourly}
 * @param roundingMinutes what time is rounded to a multiple of
 * @param travelFeeMinor the fee for each trip; not beside {@code travel}
 * @param travel how trips are charged by time or distance
 */
record CardText(
        String clause,
        MinorUnits currency,
        @JsonInclude(JsonInclude.Include.NON_NULL) Map<String, Long> hourlyMinor,
        List<Rate> hourly,
        Map<String, Long> overageHourlyMinor,
        List<Rate> overageHourly,
        Map<Band, Fraction> multipliers,
        Long minimumMinutes,
        Long roundingMinutes,
        Rounding roundingMode,
        List<Unit> units,
        Grouping grouping,
        Long travelFeeMinor,
        Trip travel,
        Long callOutFeeMinor,
        Fraction taxRatePercent,
        BlockBurn blockBurn) {

    /** A rate by role or date. */
    record Rate(String workType, String role, long hourlyMinor, LocalDate from, LocalDate to) {

        /** Checks the amount, whose name is not that of the rate. */
        Rate {
            amount(hourlyMinor, "hourlyMinor");
        }

        static Rate of(HourlyRate rate) {
            return new Rate(rate.workType(), rate.role(), rate.minorPerHour(), rate.from(), rate.to());
        }

        HourlyRate rate() {
            return new HourlyRate(workType, role, hourlyMinor, from, to);
        }
    }

    /** A way to round some of the work; what is null is as on the card. */
    record Unit(String workType, Band band, Long minimumMinutes, Long roundingMinutes, Rounding roundingMode) {

        /** Checks what the unit has under another name. */
        Unit {
            requireMinutes(roundingMinutes);
        }

        static Unit of(BillingUnit.Special special) {
            BillingUnit unit = special.unit();
            return new Unit(
                    special.workType(),
                    special.band(),
                    unit.minimumMinutes(),
                    unit.incrementMinutes(),
                    unit.rounding());
        }

        BillingUnit.Special within(BillingUnit general) {
            return new BillingUnit.Special(workType, band, general.with(minimumMinutes, roundingMinutes, roundingMode));
        }
    }

    /** Trips by time or by distance. */
    record Trip(String kind, Long hourlyMinor, Fraction unitMinor) {

        Travel travel() {
            return switch (required(kind, "kind")) {
                case "HOURLY" -> {
                    refuse(unitMinor, "unitMinor");
                    yield new Travel.Hourly(amount(required(hourlyMinor, "hourlyMinor"), "hourlyMinor"));
                }
                case "DISTANCE" -> {
                    refuse(hourlyMinor, "hourlyMinor");
                    yield new Travel.Distance(required(unitMinor, "unitMinor"));
                }
                default ->
                    throw new InvalidInput("kind", "must be one of [HOURLY, DISTANCE]; a flat fee is travelFeeMinor");
            };
        }

        private static void refuse(Object other, String field) {
            if (other != null) {
                throw new InvalidInput(field, "is not a field that is known here");
            }
        }
    }

    static CardText of(RateCard card) {
        BillingUnits units = card.units();
        Travel travel = card.travel();
        return new CardText(
                card.clause(),
                card.currency(),
                plain(card.hourly()),
                detailed(card.hourly()),
                plain(card.overage()),
                detailed(card.overage()),
                card.multipliers(),
                units.general().minimumMinutes(),
                units.general().incrementMinutes(),
                units.general().rounding(),
                units.special().stream().map(Unit::of).toList(),
                units.grouping(),
                travel instanceof Travel.Flat(long fee) ? fee : null,
                switch (travel) {
                    case Travel.Hourly(long rate) -> new Trip("HOURLY", rate, null);
                    case Travel.Distance(Fraction rate) -> new Trip("DISTANCE", null, rate);
                    default -> null;
                },
                card.callOutMinor(),
                card.taxRatePercent(),
                card.blockBurn());
    }

    private static boolean isPlain(HourlyRate rate) {
        return rate.role() == null && rate.from() == null && rate.to() == null;
    }

    private static Map<String, Long> plain(RateTable table) {
        Map<String, Long> plain = new LinkedHashMap<>();
        table.rates().stream()
                .filter(CardText::isPlain)
                .forEach(rate -> plain.put(rate.workType(), rate.minorPerHour()));
        return plain;
    }

    private static List<Rate> detailed(RateTable table) {
        return table.rates().stream()
                .filter(rate -> !isPlain(rate))
                .map(Rate::of)
                .toList();
    }

    /**
     * The card that it says.
     *
     * @throws InvalidInput naming the member, as {@code hourlyMinor.ONSITE}
     */
    RateCard card() {
        if (hourly == null) {
            required(hourlyMinor, "hourlyMinor");
        }
        requireMinutes(roundingMinutes);
        BillingUnit general = BillingUnit.MINUTE.with(minimumMinutes, roundingMinutes, roundingMode);
        return new RateCard(
                clause,
                required(currency, "currency"),
                new RateTable(rates("hourlyMinor", hourlyMinor, "hourly", hourly), "hourly"),
                new RateTable(
                        rates("overageHourlyMinor", overageHourlyMinor, "overageHourly", overageHourly), "overage"),
                multipliers,
                new BillingUnits(general, each(units, "units", unit -> unit.within(general)), grouping),
                howTripsAreCharged(),
                callOutFeeMinor == null ? 0 : amount(callOutFeeMinor, "callOutFeeMinor"),
                blockBurn,
                taxRatePercent);
    }

    private Travel howTripsAreCharged() {
        if (travel == null) {
            return travelFeeMinor == null ? Travel.NONE : new Travel.Flat(amount(travelFeeMinor, "travelFeeMinor"));
        }
        Travel measured = InvalidInput.at("travel", travel::travel);
        if (travelFeeMinor != null) {
            throw new InvalidInput("travelFeeMinor", "cannot stand beside travel");
        }
        return measured;
    }

    private static List<HourlyRate> rates(String plainPath, Map<String, Long> plain, String path, List<Rate> detailed) {
        List<HourlyRate> rates = new ArrayList<>();
        if (plain != null) {
            plain.forEach(
                    (workType, minor) -> rates.add(HourlyRate.of(workType, amount(minor, plainPath + "." + workType))));
        }
        rates.addAll(each(detailed, path, Rate::rate));
        return rates;
    }

    private static void requireMinutes(Long roundingMinutes) {
        if (roundingMinutes != null && (roundingMinutes < 1 || roundingMinutes > BillingUnit.LONGEST)) {
            throw new InvalidInput("roundingMinutes", "must be from 1 to " + BillingUnit.LONGEST);
        }
    }

    private static long amount(long minor, String field) {
        if (minor < 0 || minor > HourlyRate.LARGEST) {
            throw new InvalidInput(field, "must be from 0 to " + HourlyRate.LARGEST);
        }
        return minor;
    }
}
