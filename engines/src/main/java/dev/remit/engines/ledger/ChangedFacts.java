package dev.remit.engines.ledger;

import dev.remit.engines.rating.TripDay;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Which facts of a client changed since its ledger was computed.
 *
 * @param entries that changed
 * @param workItems of which the ruling changed, or what quotes allow
 * @param visits that entries belonged to before they changed
 * @param tickets that entries belonged to before they changed
 * @param terms whether other versions are signed, or in force
 */
public record ChangedFacts(
        Set<UUID> entries, Set<UUID> workItems, Set<TripDay> visits, Set<UUID> tickets, boolean terms) {

    /** Copies the sets. */
    public ChangedFacts {
        entries = Set.copyOf(entries);
        workItems = Set.copyOf(workItems);
        visits = Set.copyOf(visits);
        tickets = Set.copyOf(tickets);
    }

    /** Nothing. */
    public static final ChangedFacts NONE = new ChangedFacts(Set.of(), Set.of(), Set.of(), Set.of(), false);

    /** What quotes allow, or a ruling. */
    public static ChangedFacts ofWorkItem(UUID workItem) {
        return new ChangedFacts(Set.of(), Set.of(workItem), Set.of(), Set.of(), false);
    }

    /** The signed versions. */
    public static ChangedFacts ofTerms() {
        return new ChangedFacts(Set.of(), Set.of(), Set.of(), Set.of(), true);
    }

    /** Entries that say what they said, of which lines were published. */
    public static ChangedFacts ofEntries(Set<UUID> entries) {
        return new ChangedFacts(entries, Set.of(), Set.of(), Set.of(), false);
    }

    /**
     * An entry.
     *
     * @param before as it was; null for one that is new
     */
    public static ChangedFacts ofEntry(UUID id, WorkEntry before) {
        return before == null
                ? new ChangedFacts(Set.of(id), Set.of(), Set.of(), Set.of(), false)
                : new ChangedFacts(
                        Set.of(id),
                        Set.of(),
                        before.visit().map(Set::of).orElse(Set.of()),
                        Set.of(before.ticketId()),
                        false);
    }

    /** Both together. */
    public ChangedFacts and(ChangedFacts other) {
        return new ChangedFacts(
                union(entries, other.entries),
                union(workItems, other.workItems),
                union(visits, other.visits),
                union(tickets, other.tickets),
                terms || other.terms);
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        Set<T> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }
}
