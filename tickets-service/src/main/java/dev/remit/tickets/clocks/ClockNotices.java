package dev.remit.tickets.clocks;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The journal of the current tenant's clocks. */
@ApplicationScoped
public class ClockNotices implements PanacheRepositoryBase<ClockNotice, UUID> {

    /** A ticket's lines in the order they were written. */
    public List<ClockNotice> ofTicket(UUID ticketId) {
        return list("ticketId = ?1 order by noticedAt, ordinal, id", ticketId);
    }
}
