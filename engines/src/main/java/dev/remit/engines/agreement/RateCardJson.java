package dev.remit.engines.agreement;

import dev.remit.engines.calendar.Band;
import dev.remit.engines.evidence.JsonCursor;
import dev.remit.engines.evidence.Members;
import dev.remit.engines.money.MinorUnits;
import dev.remit.engines.rating.BillingUnit;
import dev.remit.engines.rating.BlockBurn;
import dev.remit.engines.rating.Grouping;
import dev.remit.engines.rating.HourlyRate;
import dev.remit.engines.rating.RateCard;
import dev.remit.engines.rating.Rounding;
import dev.remit.engines.rating.Travel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rate card of a document, with its amounts as decimal text. */
final class RateCardJson {

    private RateCardJson() {}

    static RateCard read(JsonCursor c) {
        return AgreementReader.checked(c, () -> {
            RateCard.Builder card = RateCard.in(c.member("currency").text());
            MinorUnits currency = card.currency();
            card.clause(c.member("clause").optional(JsonCursor::text));
            c.member("hourly").elements().forEach(rate -> card.hourly(hourly(rate, currency)));
            c.member("overage").elements().forEach(rate -> card.overage(hourly(rate, currency)));
            c.member("multipliers")
                    .members()
                    .forEach((name, value) -> card.multiplier(band(c.member("multipliers"), name), value.decimal()));
            BillingUnit unit = unit(c, BillingUnit.MINUTE);
            card.unit(unit);
            c.member("units").elements().forEach(special -> card.specialUnit(special(special, unit)));
            card.grouping(c.member("grouping").or(g -> g.oneOf(Grouping.class), Grouping.ENTRY));
            card.travel(c.member("travel").or(travel -> travel(travel, currency), Travel.NONE));
            card.callOutMinor(c.member("callOut").or(fee -> amount(fee, currency), 0L));
            card.blockBurn(c.member("blockBurn").or(b -> b.oneOf(BlockBurn.class), BlockBurn.PLAIN));
            JsonCursor tax = c.member("taxRatePercent");
            if (tax.isPresent()) {
                card.taxRatePercent(tax.decimal());
            }
            return card.build();
        });
    }

    private static HourlyRate hourly(JsonCursor c, MinorUnits currency) {
        return AgreementReader.checked(
                c,
                () -> new HourlyRate(
                        c.member("workType").text(),
                        c.member("role").optional(JsonCursor::text),
                        amount(c.member("rate"), currency),
                        c.member("from").optional(JsonCursor::date),
                        c.member("to").optional(JsonCursor::date)));
    }

    private static BillingUnit.Special special(JsonCursor c, BillingUnit general) {
        return new BillingUnit.Special(
                c.member("workType").optional(JsonCursor::text),
                c.member("band").optional(band -> band.oneOf(Band.class)),
                unit(c, general));
    }

    private static BillingUnit unit(JsonCursor c, BillingUnit other) {
        return new BillingUnit(
                c.member("minimumMinutes").or(m -> m.whole(0, BillingUnit.LONGEST), other.minimumMinutes()),
                c.member("incrementMinutes").or(m -> m.whole(1, BillingUnit.LONGEST), other.incrementMinutes()),
                c.member("roundingMode").or(m -> m.oneOf(Rounding.class), other.rounding()));
    }

    private static Travel travel(JsonCursor c, MinorUnits currency) {
        JsonCursor kind = c.member("kind");
        return AgreementReader.checked(c, () -> switch (kind.text()) {
            case "NONE" -> Travel.NONE;
            case "FLAT" -> new Travel.Flat(amount(c.member("fee"), currency));
            case "HOURLY" -> new Travel.Hourly(amount(c.member("rate"), currency));
            case "DISTANCE" -> new Travel.Distance(c.member("rate").decimal().shifted(currency.digits()));
            default -> throw kind.fault("must be one of [NONE, FLAT, HOURLY, DISTANCE]");
        });
    }

    private static Band band(JsonCursor place, String name) {
        for (Band band : Band.values()) {
            if (band.name().equals(name)) {
                return band;
            }
        }
        throw place.member(name).fault("is no band");
    }

    private static long amount(JsonCursor c, MinorUnits currency) {
        String text = c.text();
        long amount;
        try {
            amount = currency.parse(text);
        } catch (IllegalArgumentException e) {
            throw c.fault("must be an amount in " + currency.code() + " written as text, such as \""
                    + currency.format(15_000) + "\"");
        }
        if (amount < 0 || amount > HourlyRate.LARGEST) {
            throw c.fault("must be from 0 to " + currency.format(HourlyRate.LARGEST));
        }
        return amount;
    }

    static Members write(RateCard card) {
        MinorUnits currency = card.currency();
        Map<String, Object> multipliers = new LinkedHashMap<>();
        card.multipliers().forEach((band, multiplier) -> multipliers.put(band.name(), multiplier.toString()));
        Members members = new Members()
                .put("clause", card.clause())
                .always("currency", currency.code())
                .put("hourly", rates(card.hourly(), currency))
                .put("overage", rates(card.overage(), currency))
                .put("multipliers", multipliers)
                .always("minimumMinutes", card.unit().minimumMinutes())
                .always("incrementMinutes", card.unit().incrementMinutes())
                .text("roundingMode", card.unit().rounding())
                .put("units", units(card.specialUnits()))
                .text("grouping", card.grouping())
                .put("travel", travel(card.travel(), currency))
                .text("blockBurn", card.blockBurn());
        if (card.callOutMinor() > 0) {
            members.put("callOut", currency.format(card.callOutMinor()));
        }
        if (card.taxRatePercent().signum() > 0) {
            members.text("taxRatePercent", card.taxRatePercent());
        }
        return members;
    }

    private static List<Object> rates(List<HourlyRate> rates, MinorUnits currency) {
        List<Object> list = new ArrayList<>();
        for (HourlyRate rate : rates) {
            list.add(new Members()
                    .always("workType", rate.workType())
                    .put("role", rate.role())
                    .always("rate", currency.format(rate.minorPerHour()))
                    .text("from", rate.from())
                    .text("to", rate.to())
                    .map());
        }
        return list;
    }

    private static List<Object> units(List<BillingUnit.Special> units) {
        List<Object> list = new ArrayList<>();
        for (BillingUnit.Special special : units) {
            list.add(new Members()
                    .put("workType", special.workType())
                    .text("band", special.band())
                    .always("minimumMinutes", special.unit().minimumMinutes())
                    .always("incrementMinutes", special.unit().incrementMinutes())
                    .text("roundingMode", special.unit().rounding())
                    .map());
        }
        return list;
    }

    private static Map<String, Object> travel(Travel travel, MinorUnits currency) {
        Members members = new Members();
        switch (travel) {
            case Travel.None none -> members.put("kind", null);
            case Travel.Flat(long fee) -> members.put("kind", "FLAT").put("fee", currency.format(fee));
            case Travel.Hourly(long rate) -> members.put("kind", "HOURLY").put("rate", currency.format(rate));
            case Travel.Distance distance ->
                members.put("kind", "DISTANCE")
                        .text("rate", distance.minorPerUnit().shifted(-currency.digits()));
        }
        return members.map();
    }
}
