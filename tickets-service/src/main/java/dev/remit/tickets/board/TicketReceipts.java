package dev.remit.tickets.board;

import dev.remit.kit.time.TenantClock;
import dev.remit.tickets.intake.Receipt;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.intake.Tickets;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Receipts of tickets as they are shown, with the ticket after that where it is asked for. */
@ApplicationScoped
class TicketReceipts {
    private final Tickets tickets;
    private final TicketViews views;
    private final TenantClock clock;

    TicketReceipts(Tickets tickets, TicketViews views, TenantClock clock) {
        this.tickets = tickets;
        this.views = views;
        this.clock = clock;
    }

    /** @param withTicket whether the ticket is asked for */
    TicketReceiptView shown(Receipt receipt, boolean withTicket) {
        TicketView ticket = withTicket && receipt.id() != null
                ? QuarkusTransaction.requiringNew().call(() -> views.of(tickets.require(receipt.id())))
                : null;
        return TicketReceiptView.of(receipt, ticket);
    }

    /**
     * Of the word that a ticket is gone, which is stored by now and takes effect on the ticket when that is looked at next.
     *
     * @param withTicket whether the ticket is asked for
     */
    TicketReceiptView ofGone(Receipt receipt, boolean withTicket) {
        TicketView ticket = withTicket && receipt.id() != null
                ? QuarkusTransaction.requiringNew().call(() -> views.of(gone(receipt)))
                : null;
        return TicketReceiptView.of(receipt, ticket);
    }

    /** Detached, so that nothing is written here. */
    private Ticket gone(Receipt receipt) {
        Ticket ticket = tickets.require(receipt.id());
        tickets.getEntityManager().detach(ticket);
        Instant now = clock.now();
        ticket.delete(now, now);
        return ticket;
    }
}
