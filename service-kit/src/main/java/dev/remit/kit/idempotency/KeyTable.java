package dev.remit.kit.idempotency;

import dev.remit.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The keys that were used, each with the digest of its request and the answer it got. */
@ApplicationScoped
class KeyTable {
    private final Sql sql;

    KeyTable(Sql sql) {
        this.sql = sql;
    }

    record Use(byte[] digest, StoredAnswer answer) {}

    /** Waits for whoever is inserting the same key; fails with a duplicate key when they commit. */
    void insert(UUID tenant, String operation, String key, byte[] digest, Instant at) {
        sql.update(
                "INSERT INTO idempotency_key (tenant_id, operation, idem_key, request_digest, created_at)"
                        + " VALUES (?, ?, ?, ?, ?)",
                tenant,
                operation,
                key,
                digest,
                at);
    }

    void answer(UUID tenant, String operation, String key, StoredAnswer answer) {
        sql.update(
                "UPDATE idempotency_key SET status = ?, location = ?, etag = ?, body = ?"
                        + " WHERE tenant_id = ? AND operation = ? AND idem_key = ?",
                answer.status(),
                answer.location(),
                answer.etag(),
                answer.body(),
                tenant,
                operation,
                key);
    }

    Optional<Use> find(UUID tenant, String operation, String key) {
        return sql.first(
                "SELECT request_digest, status, location, etag, body FROM idempotency_key"
                        + " WHERE tenant_id = ? AND operation = ? AND idem_key = ?",
                row -> new Use(
                        row.bytes(1), new StoredAnswer((int) row.number(2), row.text(3), row.text(4), row.bytes(5))),
                tenant,
                operation,
                key);
    }

    /** Deletes at most {@code limit} keys of any tenant that were used before a moment. */
    int deleteUsedBefore(Instant moment, int limit) {
        return sql.update("DELETE FROM idempotency_key WHERE created_at < ? LIMIT " + limit, moment);
    }
}
