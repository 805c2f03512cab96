package dev.remit.tickets.intake;

import dev.remit.kit.problem.Problem;
import dev.remit.kit.tenancy.Caller;
import dev.remit.tickets.connections.Connections;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The tickets that the caller of the present request may see. */
@ApplicationScoped
public class VisibleTickets {
    private final Tickets tickets;
    private final Connections connections;
    private final Caller caller;

    VisibleTickets(Tickets tickets, Connections connections, Caller caller) {
        this.tickets = tickets;
        this.connections = connections;
        this.caller = caller;
    }

    /** @throws Problem not-found, also for another tenant's, client's or connection's */
    public Ticket require(UUID id) {
        return visible(tickets.require(id));
    }

    /** @throws Problem not-found, also for another client's and for an unknown connection */
    public Ticket require(SourceReference reference) {
        return visible(connections
                .named(reference.connection())
                .flatMap(known -> tickets.referredTo(known.id(), reference.externalId()))
                .orElseThrow(Problem::notFound));
    }

    private Ticket visible(Ticket ticket) {
        if (!caller.isOf(ticket.connectionName())) {
            throw Problem.notFound();
        }
        if (caller.client().isPresent()) {
            caller.requireClient(ticket.pin().map(PinnedTerms::clientCode).orElseThrow(Problem::notFound));
        }
        return ticket;
    }

    /**
     * Whether the caller may see something of a ticket that was written while it was a client's. A client sees nothing
     * of another's, also of a ticket that has come over from it.
     */
    public boolean maySee(Ticket ticket, UUID writtenUnder) {
        return caller.client().isEmpty()
                || ticket.pin()
                        .filter(pin -> pin.clientId().equals(writtenUnder))
                        .isPresent();
    }
}
