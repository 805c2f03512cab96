package dev.remit.tickets.live;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That a ticket's row in a list may be otherwise than it was.
 *
 * @param updatedAt the ticket's, as a list shows it
 * @param what moved, by the names that the feed has for it, such as TicketChanged; more may come
 */
@Schema(name = "TicketMoved")
record TicketMoved(UUID ticketId, Instant updatedAt, List<String> what) {}
