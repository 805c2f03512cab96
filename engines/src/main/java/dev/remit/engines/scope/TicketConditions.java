package dev.remit.engines.scope;

import static dev.remit.engines.scope.Conditions.holds;
import static dev.remit.engines.scope.Conditions.overlap;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a rule asks of the ticket, which is known when it is ruled. An empty set asks for nothing.
 *
 * @param ticketClasses as {@code INCIDENT} or {@code REQUEST}
 * @param priorities as {@code P1}
 * @param sites the codes of the client's sites
 * @param requesters who asks: e-mail addresses or names, in whatever case
 */
public record TicketConditions(
        Set<String> ticketClasses, Set<String> priorities, Set<String> sites, Set<String> requesters) {

    /** All tickets. */
    public static final TicketConditions ALL = new TicketConditions(Set.of(), Set.of(), Set.of(), Set.of());

    /** Copies the sets; null is empty. */
    public TicketConditions {
        ticketClasses = Conditions.copy(ticketClasses);
        priorities = Conditions.copy(priorities);
        sites = Conditions.copy(sites);
        requesters = requesters == null
                ? Set.of()
                : requesters.stream().map(TicketConditions::folded).collect(Collectors.toUnmodifiableSet());
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** How many of the four are asked for. */
    int count() {
        return (ticketClasses.isEmpty() ? 0 : 1)
                + (priorities.isEmpty() ? 0 : 1)
                + (sites.isEmpty() ? 0 : 1)
                + (requesters.isEmpty() ? 0 : 1);
    }

    /** Whether a ticket meets every one that is asked of it. */
    boolean hold(WorkItemFacts facts) {
        return holds(ticketClasses, facts.ticketClass())
                && holds(priorities, facts.priority())
                && holds(sites, facts.site())
                && areAskedBy(facts.requester());
    }

    /** Whether the one who asks is one of the requesters, by address or by name. */
    boolean areAskedBy(Requester requester) {
        return requesters.isEmpty()
                || requester != null && (isOneOfThem(requester.email()) || isOneOfThem(requester.name()));
    }

    private boolean isOneOfThem(String name) {
        return name != null && requesters.contains(folded(name));
    }

    /** Whether some ticket could meet both these and the others. Two may be an address and a name of one person. */
    boolean overlapWith(TicketConditions other) {
        return overlap(ticketClasses, other.ticketClasses)
                && overlap(priorities, other.priorities)
                && overlap(sites, other.sites)
                && (overlap(requesters, other.requesters) || isMixed(other));
    }

    private boolean isMixed(TicketConditions other) {
        return requesters.stream()
                .anyMatch(one -> other.requesters.stream().anyMatch(two -> one.contains("@") != two.contains("@")));
    }
}
