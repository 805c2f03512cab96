package dev.remit.notifications.delivery;

import dev.remit.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Many deliveries of one subscription at once. */
@ApplicationScoped
class DeliveryRanges {
    private final Sql sql;

    DeliveryRanges(Sql sql) {
        this.sql = sql;
    }

    /**
     * Ended deliveries that were made from an instant on and before another.
     *
     * @param delivered whether those are meant that arrived as well, beside those that did not
     */
    record Range(UUID tenant, UUID subscription, Instant from, Instant until, boolean delivered) {}

    long count(Range range) {
        return sql.first(
                        "SELECT COUNT(*) FROM delivery WHERE tenant_id = ? AND subscription_id = ? AND created_at >= ? AND"
                                + " created_at < ? AND (state = 'FAILED' OR (? AND state = 'DELIVERED'))",
                        row -> row.number(1),
                        range.tenant(),
                        range.subscription(),
                        range.from(),
                        range.until(),
                        range.delivered())
                .orElse(0L);
    }

    /** The queue first, whose rows whoever sends locks before deliveries too. */
    int sendAgain(Range range, Instant now) {
        sql.update(
                "INSERT INTO delivery_queue (tenant_id, subscription_id, subject_id, due_at) SELECT DISTINCT tenant_id,"
                        + " subscription_id, subject_id, ? FROM delivery WHERE tenant_id = ? AND subscription_id = ? AND"
                        + " created_at >= ? AND created_at < ? AND (state = 'FAILED' OR (? AND state = 'DELIVERED'))"
                        + " ON DUPLICATE KEY UPDATE due_at = LEAST(delivery_queue.due_at, ?)",
                now,
                range.tenant(),
                range.subscription(),
                range.from(),
                range.until(),
                range.delivered(),
                now);
        return sql.update(
                "UPDATE delivery SET state = 'WAITING', failures = 0, ended_at = NULL WHERE tenant_id = ? AND"
                        + " subscription_id = ? AND created_at >= ? AND created_at < ? AND (state = 'FAILED' OR (? AND"
                        + " state = 'DELIVERED'))",
                range.tenant(),
                range.subscription(),
                range.from(),
                range.until(),
                range.delivered());
    }

    /** All that a subscription was ever sent or was to be sent. */
    void removeAll(UUID tenant, UUID subscription) {
        sql.update("DELETE FROM delivery_queue WHERE tenant_id = ? AND subscription_id = ?", tenant, subscription);
        sql.update(
                "DELETE attempt FROM delivery_attempt AS attempt JOIN delivery ON delivery.id = attempt.delivery_id WHERE"
                        + " delivery.tenant_id = ? AND delivery.subscription_id = ?",
                tenant,
                subscription);
        sql.update("DELETE FROM delivery WHERE tenant_id = ? AND subscription_id = ?", tenant, subscription);
    }
}
