package dev.remit.tickets.clocks;

import dev.remit.tickets.clocks.CountedCycles.Which;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The runs of the current tenant's clocks that would count otherwise if what clients contest were upheld. */
@ApplicationScoped
public class ContestedCycles implements PanacheRepositoryBase<ContestedCycle, UUID> {

    /** What is stored of a ticket's. */
    List<ContestedCycle> ofTicket(UUID ticketId) {
        return list("ticketId", ticketId);
    }

    /** How the contested ones of some tickets would count. */
    public List<ContestedCycle> ifUpheld(Collection<UUID> ticketIds) {
        return ticketIds.isEmpty() ? List.of() : list("ticketId in ?1 and ifUpheld", List.copyOf(ticketIds));
    }

    /** Those that count among some, or would. */
    public List<ContestedCycle> among(Which which) {
        StringBuilder where = new StringBuilder("from ContestedCycle c where ");
        Parameters parameters = new Parameters();
        which.addTo(where, parameters);
        return find(where.toString(), parameters).list();
    }
}
