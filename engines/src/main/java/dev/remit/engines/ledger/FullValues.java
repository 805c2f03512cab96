package dev.remit.engines.ledger;

import dev.remit.engines.InvalidInput;
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
    private final Map<UUID, RatingCase> cases = new HashMap<>();

    /** One line before the cap. */
    record FullValue(LineKind kind, Figures figures) {}

    /** @param states of entries that are there, in order of start, then id */
    FullValues(List<EntryState> states, TripCharges trips) {
        this.trips = trips;
        Map<Together, List<EntryState>> together = new LinkedHashMap<>();
        for (EntryState state : states) {
            lines.put(state.id(), new ArrayList<>());
            if (state.isRateable()) {
                together.computeIfAbsent(Together.of(state), k -> new ArrayList<>())
                        .add(state);
            } else if (state.isFresh()) {
                add(state, unrated(state, state.work().first().hold()));
            }
        }
        together.values().forEach(this::rate);
    }

    /** An entry's lines, in the order of the rating engine. */
    List<FullValue> of(EntryState state) {
        return lines.getOrDefault(state.id(), List.of());
    }

    /** What an entry was rated as, with the entries that were rounded with it; null for one that nothing prices. */
    RatingCase caseOf(EntryState state) {
        return cases.get(state.id());
    }

    private void add(EntryState state, FullValue line) {
        lines.get(state.id()).add(line);
    }

    /**
     * What may be rounded together: entries of one currency that are billed, or that wait for the same reason. One that is
     * held for good stands alone.
     *
     * @param entry null for work that may be rounded with other work
     */
    private record Together(String currency, boolean fresh, HeldReason hold, UUID entry) {
        static Together of(EntryState state) {
            HeldReason hold = state.work().hold();
            boolean alone = hold != null && hold.isFinal();
            return new Together(state.version().currency(), state.isToBeRated(), hold, alone ? state.id() : null);
        }
    }

    private void rate(List<EntryState> together) {
        Map<String, RatingTerms> terms = new LinkedHashMap<>();
        List<TimeEntry> work = new ArrayList<>();
        Map<String, EntryState> states = new HashMap<>();
        for (EntryState state : together) {
            String name = state.version().documentHash() + "@" + state.entry().zone();
            terms.computeIfAbsent(
                    name, k -> state.version().ratingTerms(state.entry().zone()));
            work.add(timeEntry(state, name));
            states.put(state.id().toString(), state);
        }
        RatingTerms first = terms.values().iterator().next();
        for (RatingCase group : new RatingCase(first, terms, work, List.of(), List.of()).apart()) {
            rate(group, states);
        }
        together.stream()
                .filter(state -> trips.isChargedWith(state) && !isFlat(state))
                .forEach(state -> add(state, unknownTrip()));
    }

    /** One entry that the engine refuses is held, and the others are not held up by it. */
    private void rate(RatingCase group, Map<String, EntryState> states) {
        List<RatedLine> rated;
        try {
            rated = RatingEngine.rate(group).lines();
        } catch (InvalidInput refused) {
            if (group.entries().size() > 1) {
                group.entries().forEach(entry -> rate(RatingCase.of(group.terms(), List.of(entry)), states));
            } else {
                EntryState alone = states.get(group.entries().getFirst().id());
                add(alone, unrated(alone, reason(refused)));
            }
            return;
        }
        for (TimeEntry entry : group.entries()) {
            cases.put(states.get(entry.id()).id(), group);
        }
        for (RatedLine line : rated) {
            EntryState state = states.get(line.entry());
            add(state, fullValue(line, of(state).size()));
        }
    }

    private static HeldReason reason(InvalidInput refused) {
        return refused.path().endsWith(".workType") ? HeldReason.NO_RATE : HeldReason.UNUSABLE_TIMES;
    }

    private TimeEntry timeEntry(EntryState state, String terms) {
        WorkEntry entry = state.entry();
        return entry.timeEntry(entry.id().toString())
                .role(entry.role())
                .trip(trips.isChargedWith(state) && isFlat(state) ? TimeEntry.Trip.MADE : null)
                .ticket(entry.ticketId().toString())
                .visit(entry.technician(), entry.site())
                .terms(terms)
                .build();
    }

    private static boolean isFlat(EntryState state) {
        return state.version().travel() instanceof Travel.Flat;
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
    private static FullValue unknownTrip() {
        return new FullValue(LineKind.TRAVEL, Figures.unrated(TRAVEL_COMES_LAST, 0, HeldReason.TRIP_UNKNOWN));
    }
}
