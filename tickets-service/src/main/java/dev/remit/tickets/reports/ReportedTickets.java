package dev.remit.tickets.reports;

import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.intake.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Names the tickets of reports. */
@ApplicationScoped
class ReportedTickets {
    private final Tickets tickets;

    ReportedTickets(Tickets tickets) {
        this.tickets = tickets;
    }

    Map<UUID, ReportedTicket> named(Set<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : tickets.list("id in ?1", List.copyOf(ids)).stream()
                        .collect(Collectors.toMap(Ticket::id, ReportedTicket::of));
    }
}
