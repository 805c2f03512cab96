package dev.remit.engines.ledger;

import dev.remit.engines.agreement.SignedVersion;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.calendar.BandPiece;
import dev.remit.engines.calendar.CompiledCalendar;
import dev.remit.engines.rating.LargestRemainder;
import dev.remit.engines.scope.PieceOfWork;
import dev.remit.engines.scope.RulingCases.Judgement;
import dev.remit.engines.scope.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A time entry cut into what was worked in each band under the same terms: at the local midnights on which another version
 * or another rate applies to any of it, or a period begins over which its hours are counted.
 */
final class WorkedPieces {
    private final WorkEntry entry;
    private final WorkItemRuling ruling;
    private final Pricing pricing;
    private final List<Stretch> stretches;
    private List<Worked> pieces;

    /**
     * A part of the entry under the same terms.
     *
     * @param from null for the first
     * @param date whose terms apply
     */
    record Stretch(Instant from, LocalDate date, Instant start, Instant end) {}

    /**
     * A piece before any volume is shared out.
     *
     * @param seconds as they were worked, before any rounding
     */
    record Worked(PieceKey key, LocalDate date, long seconds) {}

    /** @param ruling null while there is none */
    WorkedPieces(WorkEntry entry, WorkItemRuling ruling, Pricing pricing) {
        this.entry = entry;
        this.ruling = ruling;
        this.pricing = pricing;
        stretches = stretches();
    }

    List<Stretch> all() {
        return stretches;
    }

    /** The stretch that a piece is of, however the entry was cut when the piece was named. */
    Stretch of(PieceKey key) {
        Stretch found = stretches.getFirst();
        if (key != null && key.from() != null) {
            for (Stretch stretch : stretches) {
                found = stretch.from() == null || !stretch.from().isAfter(key.from()) ? stretch : found;
            }
        }
        return found;
    }

    private boolean hasTimes() {
        return !entry.timeless() && entry.isRateable();
    }

    private List<Stretch> stretches() {
        LocalDate first = entry.workDate();
        if (!hasTimes() || !LocalDate.ofInstant(entry.end(), entry.zone()).isAfter(first)) {
            return List.of(new Stretch(null, first, entry.start(), entry.end()));
        }
        SortedSet<Instant> cuts = new TreeSet<>();
        addDates(cuts);
        addRates(cuts);
        List<Stretch> all = new ArrayList<>();
        Instant from = null;
        Instant start = entry.start();
        for (Instant cut : cuts) {
            all.add(new Stretch(from, dateOf(start), start, cut));
            from = cut;
            start = cut;
        }
        all.add(new Stretch(from, dateOf(start), start, entry.end()));
        return all;
    }

    private LocalDate dateOf(Instant moment) {
        return LocalDate.ofInstant(moment, entry.zone());
    }

    private void addDates(SortedSet<Instant> cuts) {
        LocalDate first = entry.workDate();
        LocalDate last = dateOf(entry.end());
        boolean counted = ruling != null && ruling.cases().countHours();
        Stream<LocalDate> months = counted
                ? Stream.iterate(first.withDayOfMonth(1), month -> month.plusMonths(1))
                        .takeWhile(month -> !month.isAfter(last))
                : Stream.empty();
        Stream<LocalDate> turns = pricing.versions().turns(first, last).stream()
                .filter(date -> !pricedOn(date.minusDays(1)).equals(pricedOn(date)));
        Stream.concat(months, turns)
                .map(date -> date.atStartOfDay(entry.zone()).toInstant())
                .filter(cut -> cut.isAfter(entry.start()) && cut.isBefore(entry.end()))
                .forEach(cuts::add);
    }

    /** The version that prices each band on a date. */
    private List<SignedVersion> pricedOn(LocalDate date) {
        return Arrays.stream(Band.values())
                .map(band -> pricing.of(judged(band), date))
                .toList();
    }

    private void addRates(SortedSet<Instant> cuts) {
        List<Instant> starts = new ArrayList<>(cuts);
        starts.addFirst(entry.start());
        for (int i = 0; i < starts.size(); i++) {
            Instant start = starts.get(i);
            Instant end = i + 1 < starts.size() ? starts.get(i + 1) : entry.end();
            pricedOn(dateOf(start)).stream()
                    .filter(version -> version != null && version.hasRateCard())
                    .distinct()
                    .map(version -> version.ratingTerms(entry.siteZone()))
                    .map(terms -> terms.rateChanges(entry.workType(), entry.role(), start, end))
                    .forEach(cuts::addAll);
        }
    }

    private Judgement judged(Band band) {
        return ruling == null ? null : ruling.cases().judge(ofBand(band, false));
    }

    PieceOfWork ofBand(Band band, boolean beyondVolume) {
        return new PieceOfWork(band, entry.workType(), entry.role(), entry.where(), beyondVolume);
    }

    /** In the order of the work; all in business hours where no times or no hours are known. Never none. */
    List<Worked> pieces() {
        if (pieces == null) {
            List<Worked> worked = worked();
            pieces = worked.isEmpty() ? List.of(nothing()) : worked;
        }
        return pieces;
    }

    private List<Worked> worked() {
        List<Worked> spans = new ArrayList<>();
        for (Stretch stretch : stretches) {
            CompiledCalendar calendar = calendar(stretch);
            int before = spans.size();
            if (calendar == null) {
                spans.add(
                        new Worked(new PieceKey(stretch.from(), Band.BUSINESS, false), stretch.date(), span(stretch)));
            } else {
                calendar.bands(stretch.start(), stretch.end()).forEach(piece -> add(spans, before, stretch, piece));
            }
        }
        return asStated(spans);
    }

    private static long span(Stretch stretch) {
        return Math.max(0, stretch.end().getEpochSecond() - stretch.start().getEpochSecond());
    }

    private static void add(List<Worked> spans, int before, Stretch stretch, BandPiece piece) {
        PieceKey key = new PieceKey(stretch.from(), piece.band(), false);
        for (int i = before; i < spans.size(); i++) {
            if (spans.get(i).key().equals(key)) {
                spans.set(i, new Worked(key, stretch.date(), spans.get(i).seconds() + piece.seconds()));
                return;
            }
        }
        spans.add(new Worked(key, stretch.date(), piece.seconds()));
    }

    /** The hours that the source states, shared over the pieces of the span. */
    private List<Worked> asStated(List<Worked> spans) {
        if (!hasTimes()) {
            return spans;
        }
        long[] shares = LargestRemainder.share(
                entry.billedSeconds(), spans.stream().mapToLong(Worked::seconds).toArray());
        List<Worked> worked = new ArrayList<>(spans.size());
        for (int i = 0; i < spans.size(); i++) {
            worked.add(new Worked(spans.get(i).key(), spans.get(i).date(), shares[i]));
        }
        return worked;
    }

    private Worked nothing() {
        Stretch first = stretches.getFirst();
        CompiledCalendar calendar = calendar(first);
        Band band = calendar == null ? Band.BUSINESS : calendar.bandAt(entry.start());
        return new Worked(PieceKey.of(band), first.date(), 0);
    }

    /** Whichever version prices a piece, all of them cut it by the same hours; null where no hours are known. */
    private CompiledCalendar calendar(Stretch stretch) {
        SignedVersion version = pricing.of(new Judgement(Verdict.SILENT, null, List.of()), stretch.date());
        return version == null || !version.hasRateCard() || !hasTimes()
                ? null
                : version.ratingTerms(entry.siteZone()).calendar();
    }

    /** Whether all of it is under the same terms. */
    boolean isWhole() {
        return stretches.size() == 1;
    }

    /** The terms of each stretch for what one judgement decides: a stretch without any has those of its neighbour. */
    List<SignedVersion> chain(Judgement judgement) {
        List<SignedVersion> chain = new ArrayList<>();
        for (Stretch stretch : stretches) {
            SignedVersion version = pricing.of(judgement, stretch.date());
            chain.add(version == null && !chain.isEmpty() ? chain.getLast() : version);
        }
        SignedVersion first =
                chain.stream().filter(Objects::nonNull).findFirst().orElse(null);
        chain.replaceAll(version -> version == null ? first : version);
        return first == null ? List.of() : chain;
    }
}
