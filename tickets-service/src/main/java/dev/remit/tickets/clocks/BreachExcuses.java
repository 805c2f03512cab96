package dev.remit.tickets.clocks;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The excuses of the current tenant's breaches. */
@ApplicationScoped
public class BreachExcuses implements PanacheRepositoryBase<BreachExcuse, UUID> {

    /** A ticket's, withdrawn ones too, in the order they were given. */
    public List<BreachExcuse> ofTicket(UUID ticketId) {
        return list("ticketId = ?1 order by excusedAt, id", ticketId);
    }

    /** Those of some tickets that stand. */
    public List<BreachExcuse> standing(Collection<UUID> ticketIds) {
        return ticketIds.isEmpty() ? List.of() : list("ticketId in ?1 and withdrawnAt is null", List.copyOf(ticketIds));
    }
}
