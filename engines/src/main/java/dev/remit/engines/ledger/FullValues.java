package dev.remit.engines.ledger;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.agreement.SignedVersion;
import dev.remit.engines.calendar.Band;
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

    /** An entry as one version prices it. */
    private record Priced(EntryState state, SignedVersion version) {

        record Name(UUID entry, String terms) {}

        Name name() {
            return new Name(state.id(), terms());
        }

        String terms() {
            return version.ratingTermsName(state.entry().siteZone());
        }

        /** Whether the version prices what a line is of; a trip belongs to where the work begins. */
        boolean isOf(RatedLine line) {
            return version.equals(state.work().piece(line.band()).version());
        }

        boolean hasTrip(TripCharges trips) {
            return trips.isChargedWith(state) && version.equals(state.version());
        }

        boolean isFlat() {
            return version.travel() instanceof Travel.Flat;
        }
    }

    /** @param states of entries that are there, in order of start, then id */
    FullValues(List<EntryState> states, TripCharges trips) {
        this.trips = trips;
        Map<Together, List<Priced>> together = new LinkedHashMap<>();
        for (EntryState state : states) {
            lines.put(state.id(), new ArrayList<>());
            if (state.isRateable()) {
                for (SignedVersion version : state.work().versions()) {
                    Priced priced = new Priced(state, version);
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
    RatingCase caseOf(EntryState state, SignedVersion version) {
        return cases.get(new Priced(state, version).name());
    }

    private void add(EntryState state, FullValue line) {
        lines.get(state.id()).add(line);
    }

    /**
     * What may be rounded together: entries of one currency that are billed, or that wait for the same reason. One that is
     * held for good stands alone, as does one of which several versions price a part.
     *
     * @param alone null for work that may be rounded with other work
     */
    private record Together(String currency, boolean fresh, HeldReason hold, Priced.Name alone) {
        static Together of(Priced priced) {
            EntryState state = priced.state();
            HeldReason hold = state.work().hold();
            boolean alone =
                    hold != null && hold.isFinal() || state.work().versions().size() > 1;
            return new Together(priced.version().currency(), state.isToBeRated(), hold, alone ? priced.name() : null);
        }
    }

    private void rate(List<Priced> together) {
        Map<String, RatingTerms> terms = new LinkedHashMap<>();
        List<TimeEntry> work = new ArrayList<>();
        Map<String, Priced> byEntry = new HashMap<>();
        for (Priced priced : together) {
            EntryState state = priced.state();
            terms.computeIfAbsent(priced.terms(), k -> priced.version()
                    .ratingTerms(state.entry().siteZone()));
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
                add(priced.state(), fullValue(line, of(priced.state()).size()));
                addSurcharge(priced.state(), line);
            }
        }
    }

    private void addSurcharge(EntryState state, RatedLine line) {
        if (line.band() != null && state.work().piece(line.band()).hasSurchargeByTime()) {
            Figures surcharge = Figures.surcharge(line, of(state).size());
            if (surcharge.amountMinor() > 0) {
                add(state, new FullValue(LineKind.SURCHARGE, surcharge));
            }
        }
    }

    /** Work of which the surcharge cannot be computed is not free of it. */
    private void addUnratedSurcharges(EntryState state) {
        for (Band band : state.work().worked()) {
            HeldReason hold =
                    state.work().piece(band).hasSurchargeByTime() ? state.work().holdOfSurcharge(band) : null;
            if (hold != null) {
                Figures unrated =
                        new Figures(band, of(state).size(), state.entry().begunMinutes(), null, null, 0, 0, null, hold);
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
                .terms(priced.terms())
                .build();
    }

    private static FullValue fullValue(RatedLine line, int number) {
        boolean travel = line.kind() == RatedLine.Kind.TRAVEL;
        return new FullValue(
                travel ? LineKind.TRAVEL : LineKind.LABOUR,
                new Figures(
                        line.band(),
                        travel ? TRAVEL_COMES_LAST : number,
                        line.minutes(),
                        line.price().currency().code(),
                        line.amountMinor(),
                        0,
                        0,
                        line.arithmetic(),
                        null));
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
