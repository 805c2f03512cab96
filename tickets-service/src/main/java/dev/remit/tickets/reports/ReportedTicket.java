package dev.remit.tickets.reports;

import dev.remit.tickets.ApiPaths;
import dev.remit.tickets.intake.Ticket;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A ticket that a report names.
 *
 * @param externalId how its source calls it
 * @param clocks where its clocks are read
 */
@Schema(name = "ReportedTicket")
record ReportedTicket(UUID id, String connection, String externalId, String clocks) {
    static ReportedTicket of(Ticket ticket) {
        return new ReportedTicket(
                ticket.id(),
                ticket.connectionName(),
                ticket.externalId(),
                ApiPaths.TICKETS + "/" + ticket.id() + "/clocks");
    }
}
