package dev.remit.engines.scope;

import dev.remit.engines.calendar.Band;
import java.util.Set;

/**
 * When a rule applies. An empty set asks for nothing; one that is not empty must hold what the work item has, so a fact
 * that is not known yet meets no condition on it.
 *
 * @param ticketClasses as {@code INCIDENT} or {@code REQUEST}
 * @param priorities as {@code P1}
 * @param sites the codes of the client's sites
 * @param bands when the work is to be done
 */
public record Conditions(Set<String> ticketClasses, Set<String> priorities, Set<String> sites, Set<Band> bands) {

    /** Always. */
    public static final Conditions ALWAYS = new Conditions(Set.of(), Set.of(), Set.of(), Set.of());

    /** Copies the sets; null is empty. */
    public Conditions {
        ticketClasses = copy(ticketClasses);
        priorities = copy(priorities);
        sites = copy(sites);
        bands = copy(bands);
    }

    private static <T> Set<T> copy(Set<T> wanted) {
        return wanted == null ? Set.of() : Set.copyOf(wanted);
    }

    /** How many of the four are asked for: of rules for the same thing, the one with more of them is the narrower. */
    public int count() {
        return (ticketClasses.isEmpty() ? 0 : 1)
                + (priorities.isEmpty() ? 0 : 1)
                + (sites.isEmpty() ? 0 : 1)
                + (bands.isEmpty() ? 0 : 1);
    }

    /** Whether a work item meets every one of them. */
    public boolean hold(WorkItemFacts facts) {
        return holds(ticketClasses, facts.ticketClass())
                && holds(priorities, facts.priority())
                && holds(sites, facts.site())
                && holds(bands, facts.band());
    }

    /** Whether some work item could meet both these and the others. */
    boolean overlap(Conditions other) {
        return overlap(ticketClasses, other.ticketClasses)
                && overlap(priorities, other.priorities)
                && overlap(sites, other.sites)
                && overlap(bands, other.bands);
    }

    private static <T> boolean holds(Set<T> wanted, T fact) {
        return wanted.isEmpty() || fact != null && wanted.contains(fact);
    }

    private static <T> boolean overlap(Set<T> one, Set<T> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return true;
        }
        for (T wanted : one) {
            if (other.contains(wanted)) {
                return true;
            }
        }
        return false;
    }
}
