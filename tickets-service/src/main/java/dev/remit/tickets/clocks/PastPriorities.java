package dev.remit.tickets.clocks;

import dev.remit.engines.agreement.ServiceLevel;
import dev.remit.tickets.agreements.Agreements;
import dev.remit.tickets.connections.Connections;
import dev.remit.tickets.connections.Translation;
import dev.remit.tickets.history.TicketEvent;
import dev.remit.tickets.history.TicketHistory;
import dev.remit.tickets.intake.PinnedTerms;
import dev.remit.tickets.intake.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The priorities by which tickets' clocks ran: a later change takes nothing back. */
@ApplicationScoped
class PastPriorities {
    private final Connections connections;
    private final Agreements agreements;

    PastPriorities(Connections connections, Agreements agreements) {
        this.connections = connections;
        this.agreements = agreements;
    }

    /**
     * That of a ticket in our words, from a change at that very moment on the new one. One for which the agreement has no level
     * changes nothing, and what ran before the first that has one ran by that.
     */
    String at(Ticket ticket, TicketHistory history, Instant moment) {
        List<TicketEvent> changes = history.ticketEvents().stream()
                .filter(event -> event.kind() == TicketEvent.Kind.PRIORITY_CHANGED)
                .toList();
        String ran = null;
        if (!changes.isEmpty()) {
            Translation translation = connections.require(ticket.connectionId()).translation();
            Set<String> promised = promised(ticket);
            String first = translation.priority(changes.getFirst().was());
            ran = promised.contains(first) ? first : null;
            for (TicketEvent change : changes) {
                String next = translation.priority(change.is());
                if (promised.contains(next) && (ran == null || !change.at().isAfter(moment))) {
                    ran = next;
                }
            }
        }
        return Objects.requireNonNullElseGet(ran, () -> Objects.requireNonNullElse(ticket.priority(), ""));
    }

    private Set<String> promised(Ticket ticket) {
        return ticket.pin().filter(PinnedTerms::hasTerms).flatMap(pin -> agreements.terms(pin.documents())).stream()
                .flatMap(terms -> terms.of(ticket.ruledUnder()).document().serviceLevels().stream())
                .map(ServiceLevel::priority)
                .collect(Collectors.toSet());
    }
}
