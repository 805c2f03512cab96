package dev.remit.notifications.tickets;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The tickets of the current tenant, as far as tickets-service has told of them. */
@ApplicationScoped
public class Tickets implements PanacheRepositoryBase<Ticket, UUID> {

    /** Keeps a ticket's key. */
    public Ticket learn(UUID id, String connection, String externalId) {
        return findByIdOptional(id).orElseGet(() -> {
            Ticket ticket = new Ticket(id, connection, externalId);
            persist(ticket);
            return ticket;
        });
    }

    /** @throws IllegalStateException where tickets-service has not told of it (yet), which has the event come again later */
    public Ticket require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new IllegalStateException("Nothing was told of ticket " + id));
    }
}
