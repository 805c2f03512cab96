package dev.remit.billing.books;

import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;

/**
 * The chains of evidence of tickets, of which each has one writer at a time. A ticket that moved to another client has lines
 * in both books, so an open book is not enough to write in its chain.
 */
@ApplicationScoped
public class TicketChains {
    private final Sql sql;
    private final Tenancy tenancy;

    TicketChains(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** Has them to itself until the transaction ends; always taken in the same order, after the books. */
    public void openAll(Collection<UUID> tickets) {
        tickets.stream()
                .distinct()
                .sorted()
                .forEach(ticket -> sql.update(
                        "INSERT INTO ticket_chain (tenant_id, ticket_id) VALUES (?, ?)"
                                + " ON DUPLICATE KEY UPDATE ticket_id = ticket_chain.ticket_id",
                        tenancy.current(),
                        ticket));
    }
}
