package dev.remit.kit.feed;

import dev.remit.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The events that a consumer could not take. Each is kept until it is taken, and with it the later ones of its subject, so
 * that what is told of a subject stays in order.
 */
@ApplicationScoped
class SetAsideEvents {
    private static final String COLUMNS =
            "SELECT position, type, tenant_id, subject_id, occurred_at, payload FROM feed_set_aside";

    private final Sql sql;
    private final EventRows eventRows;
    private final InstantSource clock;

    SetAsideEvents(Sql sql, EventRows eventRows, InstantSource clock) {
        this.sql = sql;
        this.eventRows = eventRows;
        this.clock = clock;
    }

    long count(String consumer) {
        return sql.first("SELECT COUNT(*) FROM feed_set_aside WHERE consumer = ?", row -> row.number(1), consumer)
                .orElse(0L);
    }

    /** The subjects of a tenant of which an earlier event is still waiting. */
    Set<UUID> subjects(String consumer, UUID tenant) {
        return Set.copyOf(sql.list(
                "SELECT DISTINCT subject_id FROM feed_set_aside WHERE tenant_id = ? AND consumer = ?",
                row -> row.uuid(1),
                tenant,
                consumer));
    }

    /** The oldest event of the same subject. */
    Optional<FeedEvent> first(String consumer, FeedEvent event) {
        return sql.first(
                COLUMNS + " WHERE tenant_id = ? AND subject_id = ? AND consumer = ? ORDER BY position LIMIT 1",
                eventRows::read,
                event.tenant(),
                event.subject(),
                consumer);
    }

    /** The oldest event of each subject, after a position. */
    List<FeedEvent> heads(String consumer, long after, int limit) {
        return sql.list(
                COLUMNS + " AS head WHERE consumer = ? AND position > ? AND NOT EXISTS"
                        + " (SELECT 1 FROM feed_set_aside AS earlier WHERE earlier.tenant_id = head.tenant_id"
                        + " AND earlier.subject_id = head.subject_id AND earlier.consumer = head.consumer"
                        + " AND earlier.position < head.position) ORDER BY position LIMIT ?",
                eventRows::read,
                consumer,
                after,
                limit);
    }

    void addFailed(String consumer, FeedEvent event, int attempts, String error) {
        add(consumer, event, attempts, error, clock.instant());
    }

    void addBehind(String consumer, FeedEvent event) {
        add(consumer, event, 0, null, null);
    }

    private void add(String consumer, FeedEvent event, int attempts, String error, Instant failedAt) {
        sql.update(
                "INSERT INTO feed_set_aside (consumer, position, tenant_id, type, subject_id, occurred_at, payload,"
                        + " attempts, error, first_failed_at, last_failed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                consumer,
                event.position(),
                event.tenant(),
                event.type(),
                event.subject(),
                event.occurredAt(),
                eventRows.payload(event),
                attempts,
                error,
                failedAt,
                failedAt);
    }

    void failedAgain(String consumer, FeedEvent event, String error) {
        Instant now = clock.instant();
        sql.update(
                "UPDATE feed_set_aside SET attempts = attempts + 1, error = ?, last_failed_at = ?,"
                        + " first_failed_at = COALESCE(first_failed_at, ?)"
                        + " WHERE tenant_id = ? AND consumer = ? AND position = ?",
                error,
                now,
                now,
                event.tenant(),
                consumer,
                event.position());
    }

    /** Keeps other replicas from an event until the transaction ends; false where one has it or has taken it. */
    boolean lock(String consumer, FeedEvent event) {
        return sql.first(
                        "SELECT position FROM feed_set_aside WHERE tenant_id = ? AND consumer = ? AND position = ?"
                                + " FOR UPDATE SKIP LOCKED",
                        row -> row.number(1),
                        event.tenant(),
                        consumer,
                        event.position())
                .isPresent();
    }

    void remove(String consumer, FeedEvent event) {
        sql.update(
                "DELETE FROM feed_set_aside WHERE tenant_id = ? AND consumer = ? AND position = ?",
                event.tenant(),
                consumer,
                event.position());
    }
}
