package dev.remit.engines.rating;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.calendar.BandPiece;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** An entry cut into pieces, and, once its group is rounded, its minutes. */
final class MeasuredEntry {

    final TimeEntry entry;
    /** Of the entry in its case, for faults. */
    final int position;

    /** By which it begins: they round it, and charge what is not by time. */
    final RatingTerms terms;

    final LocalDate localDate;
    /** In order of first appearance; a zero-length entry has none. */
    final List<Piece> pieces = new ArrayList<>(2);

    long roundedMinutes;
    long billableMinutes;

    /** The work of one band under one rate. */
    static final class Piece {
        /** Where the entry is cut because another rate or other terms apply from there; null for what it begins with. */
        final Instant from;

        final Band band;
        final RatingTerms terms;
        final HourlyRate rate;
        /** Null where the card has none. */
        final HourlyRate overage;

        long seconds;
        long minutes;

        private Piece(Stretch stretch, Band band) {
            from = stretch.from();
            this.band = band;
            terms = stretch.terms();
            rate = stretch.rate();
            overage = stretch.overage();
        }
    }

    /**
     * A part of the entry under one rate.
     *
     * @param from null for the first
     */
    private record Stretch(Instant from, Instant start, RatingTerms terms, HourlyRate rate, HourlyRate overage) {}

    MeasuredEntry(RatingCase work, int position) {
        entry = work.entries().get(position);
        terms = work.termsOf(entry);
        this.position = position;
        localDate = terms.localDate(entry);
        if (entry.date() != null) {
            measureHours();
        } else {
            measureTimes(stretches(work));
        }
    }

    private void measureHours() {
        Stretch all = stretch(null, entry.start(), terms, localDate);
        if (entry.billedSeconds() > 0) {
            Piece hours = new Piece(all, Band.BUSINESS);
            hours.seconds = entry.billedSeconds();
            pieces.add(hours);
        }
    }

    private void measureTimes(List<Stretch> stretches) {
        for (int i = 0; i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            Instant end = i + 1 < stretches.size() ? stretches.get(i + 1).start() : entry.end();
            int before = pieces.size();
            for (BandPiece cut : stretch.terms().calendar().bands(stretch.start(), end)) {
                piece(stretch, cut.band(), before).seconds += cut.seconds();
            }
        }
    }

    private Piece piece(Stretch stretch, Band band, int before) {
        for (int i = before; i < pieces.size(); i++) {
            if (pieces.get(i).band == band) {
                return pieces.get(i);
            }
        }
        Piece first = new Piece(stretch, band);
        pieces.add(first);
        return first;
    }

    private List<Stretch> stretches(RatingCase work) {
        List<Stretch> stretches = new ArrayList<>(1);
        Instant from = null;
        Instant start = entry.start();
        RatingTerms current = terms;
        for (TimeEntry.LaterTerms later : entry.laterTerms()) {
            addStretches(stretches, from, start, later.from(), current);
            from = later.from();
            start = later.from();
            current = work.named(later.terms());
        }
        addStretches(stretches, from, start, entry.end(), current);
        return stretches;
    }

    /** Cut at the local midnights on which the card has another rate. */
    private void addStretches(List<Stretch> stretches, Instant from, Instant start, Instant end, RatingTerms under) {
        stretches.add(stretch(from, start, under, under.localDate(start)));
        for (Instant midnight : under.rateChanges(entry.workType(), entry.role(), start, end)) {
            stretches.add(stretch(midnight, midnight, under, under.localDate(midnight)));
        }
    }

    private Stretch stretch(Instant from, Instant start, RatingTerms under, LocalDate date) {
        RateCard card = under.card();
        HourlyRate rate = card.hourlyRate(entry.workType(), entry.role(), date);
        if (rate == null) {
            throw new InvalidInput(
                    "entries[" + position + "].workType",
                    "has no hourly rate on " + date + " in the rate card: " + entry.workType());
        }
        return new Stretch(from, start, under, rate, card.overageRate(entry.workType(), entry.role(), date));
    }

    /** The band that the work starts in, even where it has no length. */
    Band startBand() {
        if (entry.date() != null) {
            return Band.BUSINESS;
        }
        return pieces.isEmpty() ? terms.calendar().bandAt(entry.start()) : pieces.getFirst().band;
    }

    void bill(long rounded, long billable) {
        roundedMinutes = rounded;
        billableMinutes = billable;
        long[] shares = LargestRemainder.share(
                billable, pieces.stream().mapToLong(piece -> piece.seconds).toArray());
        for (int i = 0; i < shares.length; i++) {
            pieces.get(i).minutes = shares[i];
        }
    }
}
