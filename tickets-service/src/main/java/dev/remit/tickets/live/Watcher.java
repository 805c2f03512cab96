package dev.remit.tickets.live;

import dev.remit.kit.tenancy.Admission;
import dev.remit.tickets.intake.PinnedTerms;
import dev.remit.tickets.intake.Ticket;
import java.util.Optional;
import java.util.UUID;

/**
 * Who looks at a list, as they were let in.
 *
 * @param client to which an approver is bound; empty for the MSP's own
 * @param connection to which a machine client is bound; empty for others
 */
record Watcher(
        UUID tenant,
        Optional<String> client,
        Optional<String> connection,
        String login,
        String subject,
        Admission.Pass pass) {

    boolean maySee(Ticket ticket) {
        return connection.orElse(ticket.connectionName()).equals(ticket.connectionName())
                && (client.isEmpty()
                        || ticket.pin().map(PinnedTerms::clientCode).equals(client));
    }
}
