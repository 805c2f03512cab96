package dev.remit.kit.feed;

import dev.remit.kit.sql.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;

/**
 * Gives committed events their positions. Whoever holds the row of the head is the only one to do so, so positions have no
 * gaps and none appears behind one that a reader has seen. A row that commits late simply comes later. Each event has two:
 * one among all, for services, and one among its tenant's, which is all that the tenant is shown.
 */
@ApplicationScoped
class Sequencer {
    static final int BATCH = 1_000;

    private record Waiting(long id, UUID tenant) {}

    private final Sql sql;
    private final InstantSource clock;

    Sequencer(Sql sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** How many committed events have no position yet. */
    long depth() {
        return sql.first("SELECT COUNT(*) FROM outbox WHERE position IS NULL", row -> row.number(1))
                .orElse(0L);
    }

    /** Sequences what is committed, at most {@link #BATCH} events, and gives their number. Crosses tenants on purpose. */
    int sequence() {
        if (sql.first(
                        "SELECT id FROM outbox FORCE INDEX (uq_outbox_by_position) WHERE position IS NULL LIMIT 1",
                        row -> row.number(1))
                .isEmpty()) {
            return 0;
        }
        return QuarkusTransaction.requiringNew().call(this::sequenceUnderLock);
    }

    private int sequenceUnderLock() {
        Optional<Long> held =
                sql.first("SELECT head FROM feed_head WHERE id = 1 FOR UPDATE SKIP LOCKED", row -> row.number(1));
        if (held.isEmpty()) {
            // Another replica is at it.
            return 0;
        }
        long head = held.get();
        List<Waiting> waiting = sql.list(
                "SELECT id, tenant_id FROM outbox FORCE INDEX (uq_outbox_by_position) WHERE position IS NULL ORDER BY id"
                        + " LIMIT " + BATCH,
                row -> new Waiting(row.number(1), row.uuid(2)));
        if (waiting.isEmpty()) {
            return 0;
        }
        // In this order of joining, by primary key alone: no row of an uncommitted event is waited for.
        sql.update(
                "UPDATE JSON_TABLE(?, '$[*]' COLUMNS (place FOR ORDINALITY, id BIGINT PATH '$[0]',"
                        + " tenant_place BIGINT PATH '$[1]')) AS waiting"
                        + " STRAIGHT_JOIN outbox ON outbox.id = waiting.id"
                        + " SET outbox.position = ? + waiting.place, outbox.tenant_position = waiting.tenant_place,"
                        + " outbox.sequenced_at = ?",
                places(waiting),
                head,
                clock.instant());
        sql.update("UPDATE feed_head SET head = ? WHERE id = 1", head + waiting.size());
        return waiting.size();
    }

    /** Numbers each tenant's events behind its last, moves the tenants' heads, and gives {@code [[id,number],…]}. */
    private String places(List<Waiting> waiting) {
        Map<UUID, Long> heads = new HashMap<>();
        StringJoiner places = new StringJoiner(",", "[", "]");
        for (Waiting event : waiting) {
            long place = heads.computeIfAbsent(event.tenant(), this::tenantHead) + 1;
            heads.put(event.tenant(), place);
            places.add("[" + event.id() + "," + place + "]");
        }
        heads.forEach((tenant, place) -> sql.update(
                "INSERT INTO feed_tenant_head (tenant_id, head, trimmed_through) VALUES (?, ?, 0)"
                        + " ON DUPLICATE KEY UPDATE head = ?",
                tenant,
                place,
                place));
        return places.toString();
    }

    private long tenantHead(UUID tenant) {
        return sql.first("SELECT head FROM feed_tenant_head WHERE tenant_id = ?", row -> row.number(1), tenant)
                .orElse(0L);
    }
}
