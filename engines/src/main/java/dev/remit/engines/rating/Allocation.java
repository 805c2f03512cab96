package dev.remit.engines.rating;

import dev.remit.engines.money.Fraction;
import dev.remit.engines.money.MinorUnits;
import dev.remit.engines.rating.RatedLine.Draw;
import dev.remit.engines.rating.RatedLine.Kind;
import dev.remit.engines.rating.RatedLine.Price;
import dev.remit.engines.rating.RatedLine.Rule;
import dev.remit.engines.rating.RatingResult.RatedEntry;
import dev.remit.engines.rating.RatingResult.Tax;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Folds over the lines in their order: each takes from the blocks, is priced, and is billed while its cap has room. */
final class Allocation {

    private static final Fraction FLAT = Fraction.ONE;

    private final MinorUnits currency;
    private final BlockPool blocks;
    private final CapRooms<String> rooms = new CapRooms<>();
    private final List<RatedLine> lines = new ArrayList<>();
    private final Map<Fraction, Long> billedByTax = new LinkedHashMap<>(4);
    private long subtotal;
    private long billed;

    Allocation(RatingCase work) {
        currency = work.terms().card().currency();
        blocks = new BlockPool(work.blocks());
        for (Cap cap : work.caps()) {
            rooms.limit(cap.name(), cap.capMinor(), cap.alreadyBilledMinor());
        }
    }

    void labour(MeasuredEntry measured) {
        for (MeasuredEntry.Piece piece : measured.pieces) {
            if (piece.minutes > 0) {
                labour(measured, piece);
            }
        }
    }

    private void labour(MeasuredEntry measured, MeasuredEntry.Piece piece) {
        RateCard card = piece.terms.card();
        Fraction multiplier = card.multiplier(piece.band);
        HourlyRate overage = blocks.isEmpty() ? null : piece.overage;
        Rule rule = overage == null ? Rule.HOURLY : Rule.OVERAGE;
        long rate = overage == null ? piece.rate.minorPerHour() : overage.minorPerHour();
        Fraction weight = card.blockBurn() == BlockBurn.PLAIN ? Fraction.ONE : multiplier;
        long covered = Math.min(piece.minutes, weight.mostWithin(blocks.left()));
        List<Draw> draws = blocks.draw(weight.timesHalfUp(covered));
        long charged = piece.minutes - covered;
        long amount = multiplier.timesHalfUp(charged, rate, 60);
        Price price = new Price(currency, rate, multiplier, null);
        add(measured, piece, Kind.LABOUR, rule, covered, draws, price, amount);
    }

    void fee(MeasuredEntry measured, Kind kind, Rule rule, long fee) {
        if (fee > 0) {
            flat(measured, kind, rule, new Price(currency, fee, FLAT, null), fee);
        }
    }

    void hourlyTravel(MeasuredEntry measured, long rate, long minutes) {
        Price price = new Price(currency, rate, FLAT, Fraction.of(minutes, 1));
        flat(measured, Kind.TRAVEL, Rule.TRAVEL_HOURLY, price, FLAT.timesHalfUp(minutes, rate, 60));
    }

    void distanceTravel(MeasuredEntry measured, Fraction rate, Fraction distance) {
        Price price = new Price(currency, 0, rate, distance);
        long amount = rate.timesHalfUp(distance.numerator(), 1, distance.denominator());
        flat(measured, Kind.TRAVEL, Rule.TRAVEL_DISTANCE, price, amount);
    }

    private void flat(MeasuredEntry measured, Kind kind, Rule rule, Price price, long amount) {
        add(measured, null, kind, rule, 0, List.of(), price, amount);
    }

    /** @param piece null for what is not charged by time */
    private void add(
            MeasuredEntry measured,
            MeasuredEntry.Piece piece,
            Kind kind,
            Rule rule,
            long covered,
            List<Draw> draws,
            Price price,
            long amount) {
        TimeEntry entry = measured.entry;
        RateCard card = (piece == null ? measured.terms : piece.terms).card();
        long minutes = piece == null ? 0 : piece.minutes;
        long within = rooms.bill(entry.cap(), amount);
        subtotal = Math.addExact(subtotal, amount);
        billed = Math.addExact(billed, within);
        billedByTax.merge(card.taxRatePercent(), within, Math::addExact);
        lines.add(new RatedLine(
                entry.id(),
                kind,
                rule,
                card.clause(),
                piece == null ? null : piece.band,
                piece == null ? null : piece.from,
                minutes,
                covered,
                draws,
                minutes - covered,
                price,
                amount,
                within));
    }

    RatingResult result(List<RatedEntry> entries) {
        List<Tax> taxes = new ArrayList<>(billedByTax.size());
        long tax = 0;
        for (Map.Entry<Fraction, Long> rated : billedByTax.entrySet()) {
            long part = rated.getKey().timesHalfUp(rated.getValue(), 1, 100);
            taxes.add(new Tax(rated.getKey(), rated.getValue(), part));
            tax += part;
        }
        long total = Math.addExact(billed, tax);
        return new RatingResult(
                currency, entries, lines, blocks.use(), taxes, subtotal, billed, subtotal - billed, tax, total);
    }
}
