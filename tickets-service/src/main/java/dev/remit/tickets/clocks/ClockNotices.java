package dev.remit.tickets.clocks;

import dev.remit.tickets.TimeOrderedRows;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The journal of the current tenant's clocks. */
@ApplicationScoped
public class ClockNotices implements PanacheRepositoryBase<ClockNotice, UUID> {

    /** A ticket's lines from a moment on, by their place in a timeline. */
    public TimeOrderedRows<ClockNotice> from(UUID ticketId, Instant from, int limit) {
        return TimeOrderedRows.of(
                find("ticketId = ?1 and shownAt >= ?2 order by shownAt", ticketId, from)
                        .page(0, limit)
                        .list(),
                limit,
                ClockNotice::shownAt);
    }

    /** A ticket's lines in the order they were written. */
    public List<ClockNotice> ofTicket(UUID ticketId) {
        return list("ticketId = ?1 order by noticedAt, ordinal, id", ticketId);
    }
}
