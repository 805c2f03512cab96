package dev.remit.engines.rating;

import dev.remit.engines.calendar.Band;
import dev.remit.engines.evidence.JsonCursor;
import dev.remit.engines.evidence.Members;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rate card of a simulation: amounts are whole minor units, plain rates an object by work type. */
final class SimulatedCard {

    private static final Set<String> CARD = Set.of(
            "clause",
            "currency",
            "hourlyMinor",
            "hourly",
            "overageHourlyMinor",
            "overageHourly",
            "multipliers",
            "minimumMinutes",
            "roundingMinutes",
            "roundingMode",
            "units",
            "grouping",
            "travelFeeMinor",
            "travel",
            "callOutFeeMinor",
            "taxRatePercent",
            "blockBurn");
    private static final Set<String> RATE = Set.of("workType", "role", "hourlyMinor", "from", "to");
    private static final Set<String> UNIT =
            Set.of("workType", "band", "minimumMinutes", "roundingMinutes", "roundingMode");
    private static final Set<String> HOURLY_TRAVEL = Set.of("kind", "hourlyMinor");
    private static final Set<String> DISTANCE_TRAVEL = Set.of("kind", "unitMinor");

    private SimulatedCard() {}

    static RateCard read(JsonCursor c) {
        c.onlyMembers(CARD);
        return RatingJson.under(c, () -> {
            RateCard.Builder card = RateCard.in(c.member("currency").text());
            card.clause(c.member("clause").optional(JsonCursor::name));
            if (!c.member("hourlyMinor").isPresent() && !c.member("hourly").isPresent()) {
                throw c.member("hourlyMinor").fault("is missing");
            }
            plainRates(c.member("hourlyMinor")).forEach(card::hourly);
            c.member("hourly").list(SimulatedCard::rate).forEach(card::hourly);
            plainRates(c.member("overageHourlyMinor")).forEach(card::overage);
            c.member("overageHourly").list(SimulatedCard::rate).forEach(card::overage);
            JsonCursor multipliers = c.member("multipliers");
            multipliers.members().forEach((name, value) -> card.multiplier(band(multipliers, name), value.decimal()));
            BillingUnit unit = unit(c, BillingUnit.MINUTE);
            card.unit(unit);
            c.member("units").elements().forEach(special -> card.specialUnit(special(special, unit)));
            card.grouping(c.member("grouping").or(g -> g.oneOf(Grouping.class), Grouping.ENTRY));
            card.travel(travel(c));
            card.callOutMinor(c.member("callOutFeeMinor").or(SimulatedCard::amount, 0L));
            card.blockBurn(c.member("blockBurn").or(b -> b.oneOf(BlockBurn.class), BlockBurn.PLAIN));
            if (c.member("taxRatePercent").isPresent()) {
                card.taxRatePercent(c.member("taxRatePercent").decimal());
            }
            return card.build();
        });
    }

    private static List<HourlyRate> plainRates(JsonCursor c) {
        List<HourlyRate> rates = new ArrayList<>();
        c.namedMembers().forEach((workType, minor) -> rates.add(HourlyRate.of(workType, amount(minor))));
        return rates;
    }

    private static HourlyRate rate(JsonCursor c) {
        c.onlyMembers(RATE);
        return RatingJson.under(
                c,
                () -> new HourlyRate(
                        c.member("workType").name(),
                        c.member("role").optional(JsonCursor::name),
                        amount(c.member("hourlyMinor")),
                        c.member("from").optional(JsonCursor::date),
                        c.member("to").optional(JsonCursor::date)));
    }

    private static BillingUnit.Special special(JsonCursor c, BillingUnit general) {
        c.onlyMembers(UNIT);
        return new BillingUnit.Special(
                c.member("workType").optional(JsonCursor::name),
                c.member("band").optional(band -> band.oneOf(Band.class)),
                unit(c, general));
    }

    private static BillingUnit unit(JsonCursor c, BillingUnit other) {
        return new BillingUnit(
                c.member("minimumMinutes").or(m -> m.whole(0, BillingUnit.LONGEST), other.minimumMinutes()),
                c.member("roundingMinutes").or(m -> m.whole(1, BillingUnit.LONGEST), other.incrementMinutes()),
                c.member("roundingMode").or(m -> m.oneOf(Rounding.class), other.rounding()));
    }

    private static Travel travel(JsonCursor c) {
        JsonCursor flat = c.member("travelFeeMinor");
        if (!c.member("travel").isPresent()) {
            return flat.isPresent() ? new Travel.Flat(amount(flat)) : Travel.NONE;
        }
        Travel travel = measured(c.member("travel"));
        if (flat.isPresent()) {
            throw flat.fault("cannot stand beside travel");
        }
        return travel;
    }

    private static Travel measured(JsonCursor c) {
        JsonCursor kind = c.member("kind");
        return switch (kind.text()) {
            case "HOURLY" ->
                new Travel.Hourly(amount(c.onlyMembers(HOURLY_TRAVEL).member("hourlyMinor")));
            case "DISTANCE" ->
                new Travel.Distance(
                        c.onlyMembers(DISTANCE_TRAVEL).member("unitMinor").decimal());
            default -> throw kind.fault("must be one of [HOURLY, DISTANCE]; a flat fee is travelFeeMinor");
        };
    }

    private static Band band(JsonCursor place, String name) {
        for (Band band : Band.values()) {
            if (band.name().equals(name)) {
                return band;
            }
        }
        throw place.member(name).fault("is no band");
    }

    private static long amount(JsonCursor c) {
        return c.whole(0, HourlyRate.LARGEST);
    }

    static Map<String, Object> write(RateCard card) {
        Map<String, Object> multipliers = new LinkedHashMap<>();
        card.multipliers().forEach((band, multiplier) -> multipliers.put(band.name(), multiplier.toString()));
        Members members = new Members()
                .put("clause", card.clause())
                .put("currency", card.currency().code())
                .always("hourlyMinor", plain(card.hourly()))
                .put("hourly", detailed(card.hourly()))
                .put("overageHourlyMinor", plain(card.overage()))
                .put("overageHourly", detailed(card.overage()))
                .put("multipliers", multipliers)
                .put("minimumMinutes", card.unit().minimumMinutes())
                .put("roundingMinutes", card.unit().incrementMinutes())
                .text("roundingMode", card.unit().rounding())
                .put("units", units(card.specialUnits()))
                .text("grouping", card.grouping())
                .put("callOutFeeMinor", card.callOutMinor())
                .text("taxRatePercent", card.taxRatePercent())
                .text("blockBurn", card.blockBurn());
        return switch (card.travel()) {
            case Travel.None none -> members.map();
            case Travel.Flat(long fee) -> members.put("travelFeeMinor", fee).map();
            case Travel.Hourly(long rate) ->
                members.put("travel", Map.of("kind", "HOURLY", "hourlyMinor", rate))
                        .map();
            case Travel.Distance distance ->
                members.put(
                                "travel",
                                Map.of(
                                        "kind",
                                        "DISTANCE",
                                        "unitMinor",
                                        distance.minorPerUnit().toString()))
                        .map();
        };
    }

    private static boolean isPlain(HourlyRate rate) {
        return rate.role() == null && rate.from() == null && rate.to() == null;
    }

    private static Map<String, Object> plain(List<HourlyRate> rates) {
        Map<String, Object> plain = new LinkedHashMap<>();
        for (HourlyRate rate : rates) {
            if (isPlain(rate)) {
                plain.put(rate.workType(), rate.minorPerHour());
            }
        }
        return plain;
    }

    private static List<Object> detailed(List<HourlyRate> rates) {
        List<Object> list = new ArrayList<>();
        for (HourlyRate rate : rates) {
            if (!isPlain(rate)) {
                list.add(new Members()
                        .put("workType", rate.workType())
                        .put("role", rate.role())
                        .put("hourlyMinor", rate.minorPerHour())
                        .put("from", rate.from(), LocalDate::toString)
                        .put("to", rate.to(), LocalDate::toString)
                        .map());
            }
        }
        return list;
    }

    private static List<Object> units(List<BillingUnit.Special> units) {
        List<Object> list = new ArrayList<>();
        for (BillingUnit.Special special : units) {
            list.add(new Members()
                    .put("workType", special.workType())
                    .text("band", special.band())
                    .put("minimumMinutes", special.unit().minimumMinutes())
                    .put("roundingMinutes", special.unit().incrementMinutes())
                    .text("roundingMode", special.unit().rounding())
                    .map());
        }
        return list;
    }
}
