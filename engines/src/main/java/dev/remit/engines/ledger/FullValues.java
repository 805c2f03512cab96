package dev.remit.engines.ledger;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.agreement.SignedVersion;
import dev.remit.engines.ledger.WorkedPieces.Stretch;
import dev.remit.engines.rating.RatedLine;
import dev.remit.engines.rating.RatingCase;
import dev.remit.engines.rating.RatingEngine;
import dev.remit.engines.rating.RatingTerms;
import dev.remit.engines.rating.TimeEntry;
import dev.remit.engines.rating.Travel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Lines at their full value, before any cap. Entries that wait are rated apart from those that are billed, so that what is
 * billed together is also rounded together.
 */
final class FullValues {
    private static final int TRAVEL_COMES_LAST = 100;

    private final TripCharges trips;
    private final Map<UUID, List<FullValue>> lines = new HashMap<>();
    private final Map<Priced.Name, RatingCase> cases = new HashMap<>();

    /** One line before the cap. */
    record FullValue(LineKind kind, Figures figures) {}

    /**
     * An entry as one agreement prices it.
     *
     * @param chain the versions that do, from its start to its end
     */
    private record Priced(EntryState state, List<SignedVersion> chain) {

        record Name(UUID entry, List<String> terms) {}

        Name name() {
            return new Name(state.id(), chain.stream().map(this::terms).toList());
        }

        SignedVersion first() {
            return chain.getFirst();
        }

        String terms(SignedVersion version) {
            return version.ratingTermsName(state.entry().siteZone());
        }

        List<TimeEntry.LaterTerms> laterTerms() {
            List<Stretch> stretches = state.work().cut().all();
            return IntStream.range(1, chain.size())
                    .mapToObj(i -> new TimeEntry.LaterTerms(stretches.get(i).from(), terms(chain.get(i))))
                    .toList();
        }

        /** Whether the agreement prices what a line is of; a trip belongs to where the work begins. */
        boolean isOf(RatedLine line) {
            return chain.equals(state.work().piece(whole(line)).chain());
        }

        static PieceKey whole(RatedLine line) {
            return line.band() == null ? null : new PieceKey(line.from(), line.band(), false);
        }

        boolean hasTrip(TripCharges trips) {
            return trips.isChargedWith(state)
                    && chain.equals(state.work().first().chain());
        }

        boolean isFlat() {
            return first().travel() instanceof Travel.Flat;
        }
    }

    /** @param states of entries that are there, in order of start, then id */
    FullValues(List<EntryState> states, TripCharges trips) {
        this.trips = trips;
        Map<Together, List<Priced>> together = new LinkedHashMap<>();
        for (EntryState state : states) {
            lines.put(state.id(), new ArrayList<>());
            if (state.isRateable()) {
                for (List<SignedVersion> chain : state.work().chains()) {
                    Priced priced = new Priced(state, chain);
                    together.computeIfAbsent(Together.of(priced), k -> new ArrayList<>())
                            .add(priced);
                }
            } else if (state.isFresh()) {
                HeldReason hold = state.work().first().hold();
                add(state, unrated(state, hold == null ? HeldReason.NO_RATE : hold));
                addUnratedSurcharges(state);
            }
        }
        together.values().forEach(this::rate);
    }

    /** An entry's lines, in the order of the rating engine. */
    List<FullValue> of(EntryState state) {
        return lines.getOrDefault(state.id(), List.of());
    }

    /** What an entry was rated as, with the entries that were rounded with it; null for one that nothing prices. */
    RatingCase caseOf(EntryState state, PieceKey piece) {
        return cases.get(new Priced(state, state.work().piece(piece).chain()).name());
    }

    private void add(EntryState state, FullValue line) {
        lines.get(state.id()).add(line);
    }

    /**
     * What may be rounded together: entries of one currency that are billed, or that wait for the same reason. One that is
     * held for good stands alone, as do one of which several versions price a part and one that is published in part.
     *
     * @param alone null for work that may be rounded with other work
     */
    private record Together(String currency, boolean fresh, HeldReason hold, Priced.Name alone) {
        static Together of(Priced priced) {
            EntryState state = priced.state();
            HeldReason hold = state.work().hold();
            boolean alone = hold != null && hold.isFinal()
                    || state.work().chains().size() > 1
                    || !state.missing().isEmpty();
            return new Together(priced.first().currency(), state.isFresh(), hold, alone ? priced.name() : null);
        }
    }

    private void rate(List<Priced> together) {
        Map<String, RatingTerms> terms = new LinkedHashMap<>();
        List<TimeEntry> work = new ArrayList<>();
        Map<String, Priced> byEntry = new HashMap<>();
        for (Priced priced : together) {
            EntryState state = priced.state();
            for (SignedVersion version : priced.chain()) {
                terms.computeIfAbsent(
                        priced.terms(version),
                        name -> version.ratingTerms(state.entry().siteZone()));
            }
            work.add(timeEntry(priced));
            byEntry.put(state.id().toString(), priced);
        }
        RatingTerms first = terms.values().iterator().next();
        for (RatingCase group : new RatingCase(first, terms, work, List.of(), List.of()).apart()) {
            rate(group, byEntry);
        }
        together.stream()
                .filter(priced -> priced.hasTrip(trips) && !priced.isFlat())
                .forEach(priced -> add(
                        priced.state(),
                        unknownTrip(priced.state().work().first().paidOtherwise())));
    }

    /** One entry that the engine refuses is held, and the others are not held up by it. */
    private void rate(RatingCase group, Map<String, Priced> byEntry) {
        List<RatedLine> rated;
        try {
            rated = RatingEngine.rate(group).lines();
        } catch (InvalidInput refused) {
            if (group.entries().size() > 1) {
                group.entries().forEach(entry -> rate(RatingCase.of(group.terms(), List.of(entry)), byEntry));
            } else {
                EntryState alone = byEntry.get(group.entries().getFirst().id()).state();
                add(alone, unrated(alone, reason(refused)));
            }
            return;
        }
        for (TimeEntry entry : group.entries()) {
            cases.put(byEntry.get(entry.id()).name(), group);
        }
        for (RatedLine line : rated) {
            Priced priced = byEntry.get(line.entry());
            if (priced.isOf(line)) {
                if (line.kind() == RatedLine.Kind.LABOUR) {
                    addLabour(priced.state(), line);
                } else {
                    add(priced.state(), travel(line));
                }
            }
        }
    }

    /** The parts of it that are within a volume, and beyond it, are lines of their own. */
    private void addLabour(EntryState state, RatedLine line) {
        PieceKey whole = Priced.whole(line);
        VolumeShare share = state.work().share(whole);
        for (PieceKey piece : state.work().parts(whole)) {
            long minutes = share == null ? line.minutes() : share.minutes(line.minutes(), piece.beyondVolume());
            if (minutes > 0) {
                addLabour(state, piece, share, line.of(minutes));
            }
        }
    }

    private void addLabour(EntryState state, PieceKey piece, VolumeShare share, RatedLine line) {
        int number = of(state).size();
        if (state.work().piece(piece).version() == null) {
            HeldReason hold = state.work().piece(piece).hold();
            Figures unpriced = new Figures(piece, share, number, line.minutes(), null, null, 0, 0, null, hold);
            add(state, new FullValue(LineKind.LABOUR, unpriced));
            return;
        }
        add(state, new FullValue(LineKind.LABOUR, Figures.of(line, piece, share, number)));
        if (state.work().piece(piece).hasSurchargeByTime()) {
            Figures surcharge = Figures.surcharge(line, piece, share, of(state).size());
            if (surcharge.amountMinor() > 0) {
                add(state, new FullValue(LineKind.SURCHARGE, surcharge));
            }
        }
    }

    /** Work of which the surcharge cannot be computed is not free of it. */
    private void addUnratedSurcharges(EntryState state) {
        for (PieceKey piece : state.work().worked()) {
            HeldReason hold = state.work().piece(piece).hasSurchargeByTime()
                    ? state.work().holdOfSurcharge(piece)
                    : null;
            if (hold != null) {
                Figures unrated = new Figures(
                        piece,
                        state.work().share(piece),
                        of(state).size(),
                        state.entry().begunMinutes(),
                        null,
                        null,
                        0,
                        0,
                        null,
                        hold);
                add(state, new FullValue(LineKind.SURCHARGE, unrated));
                return;
            }
        }
    }

    private static HeldReason reason(InvalidInput refused) {
        return refused.path().endsWith(".workType") ? HeldReason.NO_RATE : HeldReason.UNUSABLE_TIMES;
    }

    private TimeEntry timeEntry(Priced priced) {
        WorkEntry entry = priced.state().entry();
        return entry.timeEntry(entry.id().toString())
                .role(entry.role())
                .trip(priced.hasTrip(trips) && priced.isFlat() ? TimeEntry.Trip.MADE : null)
                .ticket(entry.ticketId().toString())
                .visit(entry.technician(), entry.site())
                .terms(priced.terms(priced.first()))
                .laterTerms(priced.laterTerms())
                .build();
    }

    private static FullValue travel(RatedLine line) {
        return new FullValue(LineKind.TRAVEL, Figures.of(line, null, null, TRAVEL_COMES_LAST));
    }

    private static FullValue unrated(EntryState state, HeldReason reason) {
        return new FullValue(LineKind.LABOUR, Figures.unrated(0, state.entry().begunMinutes(), reason));
    }

    /** Charged by minutes or distance, which no source tells. */
    private static FullValue unknownTrip(HeldReason paidOtherwise) {
        HeldReason held = paidOtherwise == null ? HeldReason.TRIP_UNKNOWN : paidOtherwise;
        return new FullValue(LineKind.TRAVEL, Figures.unrated(TRAVEL_COMES_LAST, 0, held));
    }
}
