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
 * @param ticket what is asked of the ticket; null is nothing
 * @param work what is asked of the work; null is nothing
 */
public record Conditions(TicketConditions ticket, WorkConditions work) {

    /** Always. */
    public static final Conditions ALWAYS = new Conditions(null, null);

    /** Puts what asks for nothing in the place of null. */
    public Conditions {
        ticket = ticket == null ? TicketConditions.ALL : ticket;
        work = work == null ? WorkConditions.ALL : work;
    }

    /** Of tickets of some classes, priorities and sites, whoever asks. */
    public Conditions(Set<String> ticketClasses, Set<String> priorities, Set<String> sites, WorkConditions work) {
        this(new TicketConditions(ticketClasses, priorities, sites, null), work);
    }

    /** The conditions as a document writes them. */
    @JsonCreator
    static Conditions written(
            @JsonProperty("ticketClasses") Set<String> ticketClasses,
            @JsonProperty("priorities") Set<String> priorities,
            @JsonProperty("sites") Set<String> sites,
            @JsonProperty("requesters") Set<String> requesters,
            @JsonProperty("bands") Set<Band> bands,
            @JsonProperty("workTypes") Set<String> workTypes,
            @JsonProperty("roles") Set<String> roles,
            @JsonProperty("places") Set<Place> places) {
        return new Conditions(
                new TicketConditions(ticketClasses, priorities, sites, requesters),
                new WorkConditions(bands, workTypes, roles, places));
    }

    static <T> Set<T> copy(Set<T> wanted) {
        return wanted == null ? Set.of() : Set.copyOf(wanted);
    }

    /** How many of the eight are asked for: of rules for the same thing, the one with more of them is the narrower. */
    public int count() {
        return ticket.count() + work.count();
    }

    /** Whether a ticket meets every one that is asked of it. */
    public boolean holdForTicket(WorkItemFacts facts) {
        return ticket.hold(facts);
    }

    /** Whether some work item could meet both these and the others. */
    boolean overlap(Conditions other) {
        return ticket.overlapWith(other.ticket) && work.overlap(other.work);
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
