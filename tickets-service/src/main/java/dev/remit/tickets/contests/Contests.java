package dev.remit.tickets.contests;

import dev.remit.tickets.intake.Ticket;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What clients of the current tenant contest. */
@ApplicationScoped
public class Contests implements PanacheRepositoryBase<Contest, UUID> {

    /** A ticket's, settled and withdrawn ones too, in the order in which they came; no statement where it has none. */
    public List<Contest> ofTicket(Ticket ticket) {
        return ticket.wasContested() ? list("ticketId = ?1 order by contestedAt, id", ticket.id()) : List.of();
    }

    /**
     * Some of them, the oldest first.
     *
     * @param clientId of this client; of all where it is empty
     * @param state only those that stand so; all where it is empty
     */
    public List<Contest> page(Optional<UUID> clientId, Optional<ContestState> state, Optional<UUID> after, int limit) {
        StringBuilder where = new StringBuilder("1 = 1");
        Parameters parameters = new Parameters();
        clientId.ifPresent(only -> {
            where.append(" and clientId = :clientId");
            parameters.and("clientId", only);
        });
        state.ifPresent(only -> {
            where.append(" and state = :state");
            parameters.and("state", only);
        });
        after.ifPresent(place -> {
            where.append(" and id > :after");
            parameters.and("after", place);
        });
        return find(where + " order by id", parameters).page(0, limit + 1).list();
    }
}
