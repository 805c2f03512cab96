package dev.remit.tickets.rulings;

import dev.remit.kit.http.Cursor;
import dev.remit.tickets.TimeOrderedRows;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class RulingRecords implements PanacheRepositoryBase<RulingRecord, UUID> {

    /** A ticket's from a moment on, in the order they were given. */
    TimeOrderedRows<RulingRecord> from(UUID ticketId, Instant from, int limit) {
        return TimeOrderedRows.of(
                find("ticketId = ?1 and ruledAt >= ?2 order by ruledAt", ticketId, from)
                        .page(0, limit)
                        .list(),
                limit,
                RulingRecord::ruledAt);
    }

    /** A page in the order they were given; at most one more than the limit. */
    List<RulingRecord> page(UUID ticketId, Optional<Cursor> after, int limit) {
        String order = " order by ruledAt, id";
        return after.map(cursor -> find(
                        "ticketId = ?1 and (ruledAt > ?2 or (ruledAt = ?2 and id > ?3))" + order,
                        ticketId,
                        cursor.instant(0),
                        cursor.uuid(1)))
                .orElseGet(() -> find("ticketId = ?1" + order, ticketId))
                .page(0, limit + 1)
                .list();
    }

    List<RulingRecord> withIds(Collection<UUID> ids) {
        return list("id in ?1", ids);
    }
}
