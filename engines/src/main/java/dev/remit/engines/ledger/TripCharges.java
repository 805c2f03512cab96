package dev.remit.engines.ledger;

import dev.remit.engines.rating.Trips;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Which entry each trip is charged with: one that is published with it already, else the first that is billed, else the
 * first that waits, else the first of work that is paid otherwise. A trip of which technician or site is not known is charged with its own entry.
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
                .sorted(Comparator.comparingInt(TripCharges::readiness))
                .filter(state -> trips.charge(state.entry().visit()) && !state.hasPublishedTrip())
                .forEach(state -> charged.add(state.id()));
    }

    private static int readiness(EntryState state) {
        HeldReason hold = state.work().first().hold();
        return hold == null ? 0 : hold.isPaidOtherwise() ? 2 : 1;
    }

    boolean isChargedWith(EntryState state) {
        return charged.contains(state.id());
    }
}
