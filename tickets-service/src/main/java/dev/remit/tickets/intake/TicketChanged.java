package dev.remit.tickets.intake;

import dev.remit.tickets.connections.TicketStatus;
import java.time.Instant;
import java.util.UUID;

/**
 * What other services hear when a ticket's status or priority means something else than before, or when it was resolved. The last
 * such word, or without one the first word of the ticket, is how it stands.
 *
 * @param status null for one that means nothing to us
 * @param priority in our words where the connection maps it, else in the source's; null where it gave none
 */
public record TicketChanged(UUID ticketId, TicketStatus status, String priority, Instant resolvedAt) {
    public static final String TYPE = "TicketChanged";

    public static TicketChanged of(Ticket ticket) {
        return new TicketChanged(ticket.id(), ticket.status(), ticket.priority(), ticket.resolvedAt());
    }
}
