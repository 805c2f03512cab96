package dev.remit.contracts.agreements.reading;

import dev.remit.contracts.agreements.terms.RateCard;
import dev.remit.contracts.agreements.terms.RateCard.HourlyRate;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.money.Fraction;
import dev.remit.engines.money.MinorUnits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rate card in words and figures. */
final class RateTables {
    private RateTables() {}

    /**
     * A rate.
     *
     * @param work the work type, and the role if it is for one
     * @param holds when, empty for always
     * @param hour what an hour costs in each band, in the order of {@link #bands}
     */
    record Row(String work, String holds, List<String> hour) {}

    /** A head for each band: when it is, and what it does to the price. */
    static List<String> bands(RateCard card) {
        List<String> heads = new ArrayList<>();
        factors(card)
                .forEach((band, factor) -> heads.add(Words.capital(Words.band(band.name())) + " (× " + factor + ")"));
        return heads;
    }

    static List<Row> hourly(RateCard card) {
        MinorUnits currency = MinorUnits.of(card.currency());
        return card.hourly().stream().map(rate -> row(rate, card, currency)).toList();
    }

    private static Row row(HourlyRate rate, RateCard card, MinorUnits currency) {
        List<String> hour = factors(card).values().stream()
                .map(factor -> currency.format(factor.timesHalfUp(currency.parse(rate.rate()))))
                .toList();
        List<String> holds = new ArrayList<>();
        if (rate.from() != null) {
            holds.add("from " + Words.date(rate.from()));
        }
        if (rate.to() != null) {
            holds.add("until the day before " + Words.date(rate.to()));
        }
        return new Row(
                rate.role() == null ? rate.workType() : rate.workType() + ", " + rate.role(),
                Words.capital(String.join(" ", holds)),
                hour);
    }

    private static Map<Band, Fraction> factors(RateCard card) {
        Map<Band, Fraction> factors = new LinkedHashMap<>();
        for (Band band : List.of(Band.BUSINESS, Band.AFTER_HOURS, Band.WEEKEND, Band.HOLIDAY)) {
            if (card.multipliers().containsKey(band)) {
                factors.put(band, Fraction.parse(card.multipliers().get(band)));
            }
        }
        return factors;
    }

    /** What else the card says, a sentence each. */
    static List<String> sentences(RateCard card) {
        List<String> sentences = new ArrayList<>();
        sentences.add("Time is rounded " + Words.plain(card.roundingMode().name()) + " to multiples of "
                + Words.minutes(card.incrementMinutes())
                + (card.minimumMinutes() == 0
                        ? ""
                        : "; the least that is charged is " + Words.minutes(card.minimumMinutes()))
                + ".");
        card.units()
                .forEach(unit -> sentences.add("For " + (unit.workType() == null ? "work" : unit.workType())
                        + (unit.band() == null
                                ? ""
                                : " that starts " + Words.band(unit.band().name()))
                        + (unit.minimumMinutes() == null
                                ? ""
                                : ", the least is " + Words.minutes(unit.minimumMinutes()))
                        + (unit.incrementMinutes() == null
                                ? ""
                                : ", the multiple is " + Words.minutes(unit.incrementMinutes()))
                        + (unit.roundingMode() == null
                                ? ""
                                : ", rounded " + Words.plain(unit.roundingMode().name())) + "."));
        if (card.grouping() != null) {
            sentences.add(
                    switch (card.grouping()) {
                        case ENTRY -> "Each piece of work is rounded by itself.";
                        case VISIT -> "The work of a technician at a site on a day is added up before it is rounded.";
                        case TICKET_DAY -> "The work on a ticket on a day is added up before it is rounded.";
                        case TICKET -> "The work on a ticket is added up before it is rounded.";
                    });
        }
        sentences.add(travel(card));
        if (card.taxRatePercent() != null) {
            sentences.add("Amounts are without tax. Estimates show tax at " + card.taxRatePercent() + " %.");
        }
        return sentences;
    }

    private static String travel(RateCard card) {
        RateCard.Travel travel = card.travel();
        if (travel == null || travel.kind() == RateCard.Travel.Kind.NONE) {
            return "Travel is not charged.";
        }
        String price = travel.fee() == null ? travel.rate() : travel.fee();
        return switch (travel.kind()) {
            case FLAT -> "Travel is " + price + " " + card.currency() + " for each technician, site and day.";
            case HOURLY -> "Travel is " + price + " " + card.currency() + " an hour.";
            default -> "Travel is " + price + " " + card.currency() + " for each unit of distance.";
        };
    }
}
