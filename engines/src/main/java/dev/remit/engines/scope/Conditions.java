package dev.remit.engines.scope;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.remit.engines.calendar.Band;
import java.util.Set;

/**
 * When a rule applies. An empty set asks for nothing; one that is not empty must hold what the ticket or the work has, so
 * a fact of the ticket that is not known meets no condition on it. What is asked of the ticket is known when it is ruled;
 * what is asked of the work is known when the work is.
 *
 * @param ticketClasses as {@code INCIDENT} or {@code REQUEST}
 * @param priorities as {@code P1}
 * @param sites the codes of the client's sites
 * @param work what is asked of the work; null is nothing
 */
public record Conditions(Set<String> ticketClasses, Set<String> priorities, Set<String> sites, WorkConditions work) {

    /** Always. */
    public static final Conditions ALWAYS = new Conditions(Set.of(), Set.of(), Set.of(), null);

    /** Copies the sets; null is empty. */
    public Conditions {
        ticketClasses = copy(ticketClasses);
        priorities = copy(priorities);
        sites = copy(sites);
        work = work == null ? WorkConditions.ALL : work;
    }

    /** The conditions as a document writes them. */
    @JsonCreator
    static Conditions written(
            @JsonProperty("ticketClasses") Set<String> ticketClasses,
            @JsonProperty("priorities") Set<String> priorities,
            @JsonProperty("sites") Set<String> sites,
            @JsonProperty("bands") Set<Band> bands,
            @JsonProperty("workTypes") Set<String> workTypes,
            @JsonProperty("roles") Set<String> roles) {
        return new Conditions(ticketClasses, priorities, sites, new WorkConditions(bands, workTypes, roles));
    }

    static <T> Set<T> copy(Set<T> wanted) {
        return wanted == null ? Set.of() : Set.copyOf(wanted);
    }

    /** How many of the six are asked for: of rules for the same thing, the one with more of them is the narrower. */
    public int count() {
        return (ticketClasses.isEmpty() ? 0 : 1)
                + (priorities.isEmpty() ? 0 : 1)
                + (sites.isEmpty() ? 0 : 1)
                + work.count();
    }

    /** Whether a ticket meets every one that is asked of it. */
    public boolean holdForTicket(WorkItemFacts facts) {
        return holds(ticketClasses, facts.ticketClass())
                && holds(priorities, facts.priority())
                && holds(sites, facts.site());
    }

    /** Whether some work item could meet both these and the others. */
    boolean overlap(Conditions other) {
        return overlap(ticketClasses, other.ticketClasses)
                && overlap(priorities, other.priorities)
                && overlap(sites, other.sites)
                && work.overlap(other.work);
    }

    static <T> boolean holds(Set<T> wanted, T fact) {
        return wanted.isEmpty() || fact != null && wanted.contains(fact);
    }

    static <T> boolean overlap(Set<T> one, Set<T> other) {
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
