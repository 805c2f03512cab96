package dev.remit.engines.rating;

import static dev.remit.engines.InvalidInput.required;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remit.engines.InvalidInput;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.money.Fraction;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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
        String currency,
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
        Travel travel = card.travel();
        return new CardText(
                card.clause(),
                card.currency().code(),
                plain(card.hourly()),
                detailed(card.hourly()),
                plain(card.overage()),
                detailed(card.overage()),
                card.multipliers(),
                card.unit().minimumMinutes(),
                card.unit().incrementMinutes(),
                card.unit().rounding(),
                card.specialUnits().stream().map(Unit::of).toList(),
                card.grouping(),
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

    private static Map<String, Long> plain(List<HourlyRate> rates) {
        Map<String, Long> plain = new LinkedHashMap<>();
        rates.stream().filter(CardText::isPlain).forEach(rate -> plain.put(rate.workType(), rate.minorPerHour()));
        return plain;
    }

    private static List<Rate> detailed(List<HourlyRate> rates) {
        return rates.stream().filter(rate -> !isPlain(rate)).map(Rate::of).toList();
    }

    /**
     * The card that it says.
     *
     * @throws InvalidInput naming the member, as {@code hourlyMinor.ONSITE}
     */
    RateCard card() {
        RateCard.Builder card = RateCard.in(required(currency, "currency"));
        card.clause(clause);
        if (hourly == null) {
            required(hourlyMinor, "hourlyMinor");
        }
        rates(hourlyMinor, "hourlyMinor").forEach(card::hourly);
        each(hourly, "hourly").forEach(card::hourly);
        rates(overageHourlyMinor, "overageHourlyMinor").forEach(card::overage);
        each(overageHourly, "overageHourly").forEach(card::overage);
        if (multipliers != null) {
            multipliers.forEach(card::multiplier);
        }
        requireMinutes(roundingMinutes);
        BillingUnit general = BillingUnit.MINUTE.with(minimumMinutes, roundingMinutes, roundingMode);
        card.unit(general);
        for (int i = 0; units != null && i < units.size(); i++) {
            Unit unit = units.get(i);
            card.specialUnit(InvalidInput.at("units[" + i + "]", () -> unit.within(general)));
        }
        card.grouping(grouping == null ? Grouping.ENTRY : grouping);
        card.travel(howTripsAreCharged());
        card.callOutMinor(callOutFeeMinor == null ? 0 : amount(callOutFeeMinor, "callOutFeeMinor"));
        card.blockBurn(blockBurn == null ? BlockBurn.PLAIN : blockBurn);
        card.taxRatePercent(taxRatePercent == null ? Fraction.ZERO : taxRatePercent);
        return card.build();
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

    private static List<HourlyRate> rates(Map<String, Long> plain, String path) {
        return plain == null
                ? List.of()
                : plain.entrySet().stream()
                        .map(rate -> HourlyRate.of(rate.getKey(), amount(rate.getValue(), path + "." + rate.getKey())))
                        .toList();
    }

    private static List<HourlyRate> each(List<Rate> rates, String path) {
        return IntStream.range(0, rates == null ? 0 : rates.size())
                .mapToObj(i ->
                        InvalidInput.at(path + "[" + i + "]", () -> rates.get(i).rate()))
                .toList();
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
