package dev.remit.notifications.delivery;

import dev.remit.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One row for each subject of which a subscription has something waiting: when the foremost is due, and who is at it. A row
 * is changed and deleted under its lock alone, so that whatever comes to wait meanwhile is either seen or makes the row anew.
 */
@ApplicationScoped
class DeliveryQueue {
    private final Sql sql;

    DeliveryQueue(Sql sql) {
        this.sql = sql;
    }

    /**
     * @param failing whether its receiver's last answer was none that it should be
     * @param due when the first thing that nobody is at falls or fell due, by the tenant's clock
     */
    record Waiting(UUID tenant, UUID subscription, String url, boolean failing, Instant due) {}

    /** Of all tenants, the active subscriptions that have something nobody is at. */
    List<Waiting> waiting(Instant machineTime) {
        return sql.list(
                "SELECT tenant_id, id, url, failing_since, due_at FROM (SELECT s.tenant_id, s.id, s.url, s.failing_since, (SELECT q.due_at FROM"
                        + " delivery_queue AS q WHERE q.tenant_id = s.tenant_id AND q.subscription_id = s.id AND"
                        + " (q.leased_until IS NULL OR q.leased_until <= ?) ORDER BY q.due_at LIMIT 1) AS due_at FROM"
                        + " subscription AS s WHERE s.state = 'ACTIVE') AS first WHERE due_at IS NOT NULL ORDER BY due_at",
                row -> new Waiting(row.uuid(1), row.uuid(2), row.text(3), !row.isNull(4), row.instant(5)),
                machineTime);
    }

    /** Subjects of a subscription that are due and that nobody is at, locked; those first that have waited longest. */
    List<UUID> due(UUID tenant, UUID subscription, Instant now, Instant machineTime, int limit) {
        return sql.list(
                "SELECT subject_id FROM delivery_queue WHERE tenant_id = ? AND subscription_id = ? AND due_at <= ? AND"
                        + " (leased_until IS NULL OR leased_until <= ?) ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED",
                row -> row.uuid(1),
                tenant,
                subscription,
                now,
                machineTime,
                limit);
    }

    void lease(UUID tenant, UUID subscription, List<UUID> subjects, UUID lease, Instant until) {
        sql.batch(
                "UPDATE delivery_queue SET lease = ?, leased_until = ? WHERE tenant_id = ? AND subscription_id = ? AND"
                        + " subject_id = ?",
                subjects.stream()
                        .map(subject -> new Object[] {lease, until, tenant, subscription, subject})
                        .toList());
    }

    /** Locks a row; whose it is, or empty where nobody is at it or it is not there. */
    Optional<UUID> lock(UUID tenant, UUID subscription, UUID subject) {
        return sql.first(
                "SELECT lease FROM delivery_queue WHERE tenant_id = ? AND subscription_id = ? AND subject_id = ? FOR UPDATE",
                row -> row.uuid(1),
                tenant,
                subscription,
                subject);
    }

    /** Something waits behind whatever waits already. */
    void join(UUID tenant, UUID subscription, UUID subject, Instant now) {
        sql.update(
                "INSERT INTO delivery_queue (tenant_id, subscription_id, subject_id, due_at) VALUES (?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE due_at = delivery_queue.due_at",
                tenant,
                subscription,
                subject,
                now);
    }

    /** Something is to be sent again, at once. */
    void hurry(UUID tenant, UUID subscription, UUID subject, Instant now) {
        sql.update(
                "INSERT INTO delivery_queue (tenant_id, subscription_id, subject_id, due_at) VALUES (?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE due_at = LEAST(delivery_queue.due_at, ?)",
                tenant,
                subscription,
                subject,
                now,
                now);
    }

    /** Whatever a subscription has waiting is due. */
    void hurryAll(UUID tenant, UUID subscription, Instant now) {
        sql.update(
                "UPDATE delivery_queue SET due_at = LEAST(due_at, ?) WHERE tenant_id = ? AND subscription_id = ?",
                now,
                tenant,
                subscription);
    }

    /** Nobody is at it any more, and the foremost is due then. */
    void free(UUID tenant, UUID subscription, UUID subject, Instant due) {
        sql.update(
                "UPDATE delivery_queue SET lease = NULL, leased_until = NULL, due_at = ? WHERE tenant_id = ? AND"
                        + " subscription_id = ? AND subject_id = ?",
                due,
                tenant,
                subscription,
                subject);
    }

    void remove(UUID tenant, UUID subscription, UUID subject) {
        sql.update(
                "DELETE FROM delivery_queue WHERE tenant_id = ? AND subscription_id = ? AND subject_id = ?",
                tenant,
                subscription,
                subject);
    }
}
