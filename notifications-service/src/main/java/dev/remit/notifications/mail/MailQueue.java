package dev.remit.notifications.mail;

import dev.remit.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who is at which mail. */
@ApplicationScoped
class MailQueue {
    private final Sql sql;

    MailQueue(Sql sql) {
        this.sql = sql;
    }

    /** When the first mail of each tenant that nobody is at falls or fell due, by the tenant's clock. */
    Map<UUID, Instant> waiting(Instant machineTime) {
        return sql.instants(
                "SELECT tenant_id, MIN(due_at) FROM mail WHERE state = 'WAITING' AND (leased_until IS NULL OR leased_until"
                        + " <= ?) GROUP BY tenant_id",
                machineTime);
    }

    /** Mails that are due and that nobody is at, locked; those first that have waited longest. */
    List<UUID> due(UUID tenant, Instant now, Instant machineTime, int limit) {
        return sql.list(
                "SELECT id FROM mail WHERE tenant_id = ? AND state = 'WAITING' AND due_at <= ? AND (leased_until IS NULL OR"
                        + " leased_until <= ?) ORDER BY due_at, id LIMIT ? FOR UPDATE SKIP LOCKED",
                row -> row.uuid(1),
                tenant,
                now,
                machineTime,
                limit);
    }

    void lease(UUID tenant, List<UUID> mails, UUID lease, Instant until) {
        sql.batch(
                "UPDATE mail SET lease = ?, leased_until = ? WHERE tenant_id = ? AND id = ?",
                mails.stream()
                        .map(mail -> new Object[] {lease, until, tenant, mail})
                        .toList());
    }

    /** Locks a mail; who is at it, or empty where nobody is. */
    Optional<UUID> lock(UUID tenant, UUID mail) {
        return sql.first(
                "SELECT lease FROM mail WHERE tenant_id = ? AND id = ? FOR UPDATE", row -> row.uuid(1), tenant, mail);
    }

    void free(UUID tenant, UUID mail) {
        sql.update("UPDATE mail SET lease = NULL, leased_until = NULL WHERE tenant_id = ? AND id = ?", tenant, mail);
    }
}
