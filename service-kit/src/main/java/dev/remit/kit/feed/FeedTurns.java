package dev.remit.kit.feed;

import dev.remit.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Whose turn it is: a row for each consumer and tenant, which whoever takes the tenant's events locks. Turns go round in
 * the order of the last ones; a tenant whose events meet trouble comes again after pauses that double.
 */
@ApplicationScoped
class FeedTurns {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final int MOST_DOUBLINGS = 7;

    private final Sql sql;
    private final InstantSource clock;

    FeedTurns(Sql sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Gives tenants a row that have none; without touching the others', which may be locked. */
    void open(String consumer, Collection<UUID> tenants) {
        for (UUID tenant : tenants) {
            boolean known = sql.first(
                            "SELECT failures FROM feed_turn WHERE consumer = ? AND tenant_id = ?",
                            row -> row.number(1),
                            consumer,
                            tenant)
                    .isPresent();
            if (!known) {
                sql.update(
                        "INSERT IGNORE INTO feed_turn (consumer, tenant_id, due_at, pauses, failing_at, failures)"
                                + " VALUES (?, ?, ?, 0, 0, 0)",
                        consumer,
                        tenant,
                        clock.instant());
            }
        }
    }

    /** Tenants that have events and whose turn has come, the longest waiting first; events of suspended ones rest. */
    List<UUID> due(String consumer, int limit) {
        return sql.list(
                "SELECT turn.tenant_id FROM (SELECT DISTINCT tenant_id FROM feed_inbox WHERE consumer = ?) AS waiting"
                        + " JOIN feed_turn AS turn ON turn.consumer = ? AND turn.tenant_id = waiting.tenant_id"
                        + " WHERE turn.due_at <= ? AND NOT EXISTS (SELECT 1 FROM known_tenant AS known"
                        + " WHERE known.tenant_id = turn.tenant_id AND known.state <> 'ACTIVE')"
                        + " ORDER BY turn.due_at LIMIT ?",
                row -> row.uuid(1),
                consumer,
                consumer,
                clock.instant(),
                limit);
    }

    /** Keeps everybody else from a tenant's events until the transaction ends; false where somebody is at them. */
    boolean lock(String consumer, UUID tenant) {
        return sql.first(
                        "SELECT failures FROM feed_turn WHERE consumer = ? AND tenant_id = ? FOR UPDATE SKIP LOCKED",
                        row -> row.number(1),
                        consumer,
                        tenant)
                .isPresent();
    }

    /** A turn went well: the tenant goes behind the others. */
    void taken(String consumer, UUID tenant) {
        sql.update(
                "UPDATE feed_turn SET due_at = ?, pauses = 0, failing_at = 0, failures = 0"
                        + " WHERE consumer = ? AND tenant_id = ?",
                clock.instant(),
                consumer,
                tenant);
    }

    /** A turn met trouble that is not the event's own: the tenant comes again later. */
    void pause(String consumer, UUID tenant) {
        sql.update(
                "UPDATE feed_turn SET due_at = ?, pauses = pauses + 1 WHERE consumer = ? AND tenant_id = ?",
                next(consumer, tenant),
                consumer,
                tenant);
    }

    /** An event failed by itself: the tenant comes again later. Gives how often in a row that event has failed. */
    int failed(String consumer, FeedEvent event) {
        sql.update(
                "UPDATE feed_turn SET due_at = ?, pauses = pauses + 1,"
                        + " failures = IF(failing_at = ?, failures + 1, 1), failing_at = ?"
                        + " WHERE consumer = ? AND tenant_id = ?",
                next(consumer, event.tenant()),
                event.position(),
                event.position(),
                consumer,
                event.tenant());
        return sql.first(
                        "SELECT failures FROM feed_turn WHERE consumer = ? AND tenant_id = ?",
                        row -> (int) row.number(1),
                        consumer,
                        event.tenant())
                .orElse(1);
    }

    /** How many tenants' events meet trouble. */
    long paused(String consumer) {
        return sql.first(
                        "SELECT COUNT(*) FROM feed_turn WHERE consumer = ? AND pauses > 0",
                        row -> row.number(1),
                        consumer)
                .orElse(0L);
    }

    private Instant next(String consumer, UUID tenant) {
        long pauses = sql.first(
                        "SELECT pauses FROM feed_turn WHERE consumer = ? AND tenant_id = ?",
                        row -> row.number(1),
                        consumer,
                        tenant)
                .orElse(0L);
        return clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << Math.min(pauses, MOST_DOUBLINGS)));
    }
}
