package dev.remit.kit.feed;

import dev.remit.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The events that a consumer has copied from a neighbour's feed and that have not taken effect here yet. */
@ApplicationScoped
class FeedInbox {
    private static final int BYTES_A_STATEMENT = 1 << 20;

    private final Sql sql;
    private final EventRows eventRows;

    FeedInbox(Sql sql, EventRows eventRows) {
        this.sql = sql;
        this.eventRows = eventRows;
    }

    /** Adds events of all tenants, in the transaction that moves the consumer's cursor beyond them. */
    void add(String consumer, List<FeedEvent> events) {
        List<Object> values = new ArrayList<>();
        int rows = 0;
        int bytes = 0;
        for (FeedEvent event : events) {
            byte[] payload = eventRows.payload(event);
            if (rows > 0 && bytes + payload.length > BYTES_A_STATEMENT) {
                insert(values, rows);
                values.clear();
                rows = 0;
                bytes = 0;
            }
            values.addAll(List.of(
                    consumer,
                    event.tenant(),
                    event.position(),
                    event.type(),
                    event.subject(),
                    event.occurredAt(),
                    payload));
            rows++;
            bytes += payload.length;
        }
        if (rows > 0) {
            insert(values, rows);
        }
    }

    private void insert(List<Object> values, int rows) {
        sql.update(
                "INSERT INTO feed_inbox (consumer, tenant_id, position, type, subject_id, occurred_at, payload) VALUES "
                        + "(?, ?, ?, ?, ?, ?, ?), ".repeat(rows - 1) + "(?, ?, ?, ?, ?, ?, ?)",
                values.toArray());
    }

    /** A tenant's oldest events, in order. */
    List<FeedEvent> first(String consumer, UUID tenant, int limit) {
        return sql.list(
                "SELECT position, type, tenant_id, subject_id, occurred_at, payload FROM feed_inbox"
                        + " WHERE consumer = ? AND tenant_id = ? ORDER BY position LIMIT ?",
                eventRows::read,
                consumer,
                tenant,
                limit);
    }

    /** Whether an event is the tenant's oldest still. */
    boolean beginsWith(String consumer, FeedEvent event) {
        return sql.first(
                        "SELECT position FROM feed_inbox WHERE consumer = ? AND tenant_id = ? ORDER BY position LIMIT 1",
                        row -> row.number(1),
                        consumer,
                        event.tenant())
                .filter(position -> position == event.position())
                .isPresent();
    }

    /** Removes a tenant's events up to one that took effect. */
    void removeThrough(String consumer, FeedEvent last) {
        sql.update(
                "DELETE FROM feed_inbox WHERE consumer = ? AND tenant_id = ? AND position <= ?",
                consumer,
                last.tenant(),
                last.position());
    }

    /** How many events of all tenants wait. */
    long count(String consumer) {
        return sql.first("SELECT COUNT(*) FROM feed_inbox WHERE consumer = ?", row -> row.number(1), consumer)
                .orElse(0L);
    }

    /** Every tenant with events that wait, whenever its turn is. */
    List<UUID> tenants(String consumer) {
        return sql.list("SELECT DISTINCT tenant_id FROM feed_inbox WHERE consumer = ?", row -> row.uuid(1), consumer);
    }
}
