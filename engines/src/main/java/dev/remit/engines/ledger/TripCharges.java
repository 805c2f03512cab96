package dev.remit.engines.ledger;

import dev.remit.engines.rating.Trips;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Which entry each trip is charged with: one that is published with it already, else the first that is billed, else the
 * first that waits. A trip of which technician or site is not known is charged with its own entry.
 */
final class TripCharges {
    private final Set<UUID> charged = new HashSet<>();

    /** @param states in order of start, then id */
    TripCharges(List<EntryState> states) {
        Trips trips = new Trips();
        states.stream()
                .filter(EntryState::hasPublishedTrip)
                .forEach(state -> trips.charge(state.entry().visit()));
        states.stream()
                .filter(EntryState::hasTrip)
                .sorted(Comparator.comparing(state -> state.work().first().hold() != null))
                .filter(state -> trips.charge(state.entry().visit()) && !state.hasPublishedTrip())
                .forEach(state -> charged.add(state.id()));
    }

    boolean isChargedWith(EntryState state) {
        return charged.contains(state.id());
    }
}
