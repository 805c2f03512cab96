package dev.remit.tickets.board;

import dev.remit.kit.evidence.Evidence;
import dev.remit.kit.evidence.EvidencePage;
import dev.remit.kit.evidence.EvidencePaging;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.tenancy.Caller;
import dev.remit.tickets.clients.Client;
import dev.remit.tickets.clients.Clients;
import dev.remit.tickets.evidence.PrivilegedText;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.intake.VisibleTickets;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** A stretch of a ticket's chain of evidence without what the caller may not read; the seals stand for that. */
@ApplicationScoped
class EvidenceReader {
    private final Evidence evidence;
    private final Clients clients;
    private final VisibleTickets visible;
    private final Caller caller;

    EvidenceReader(Evidence evidence, Clients clients, VisibleTickets visible, Caller caller) {
        this.evidence = evidence;
        this.clients = clients;
        this.visible = visible;
        this.caller = caller;
    }

    EvidencePage read(Ticket ticket, EvidencePaging paging) {
        return evidence.page(ticket.id(), paging, withheld(ticket));
    }

    private Optional<Predicate<Map<String, Object>>> withheld(Ticket ticket) {
        return ticket.isConfidential() || caller.client().isPresent()
                ? Optional.of(payload ->
                        (ticket.isConfidential() && PrivilegedText.isIn(payload)) || isOthers(ticket, payload))
                : Optional.empty();
    }

    private boolean isOthers(Ticket ticket, Map<String, Object> payload) {
        return caller.client().isPresent()
                && writtenUnder(ticket, payload)
                        .filter(client -> visible.maySee(ticket, client))
                        .isEmpty();
    }

    /** Whose ticket it was when a link was written: a source's word names the client itself, the rest does by its id. */
    private Optional<UUID> writtenUnder(Ticket ticket, Map<String, Object> payload) {
        if (payload.get("clientId") instanceof String id) {
            return Ids.parse(id);
        }
        return payload.get("client") instanceof Map<?, ?> named
                ? clients.known(new Clients.Name(
                                (String) named.get("code"), ticket.connectionName(), (String) named.get("externalId")))
                        .map(Client::id)
                : Optional.empty();
    }
}
