package dev.remit.notifications.delivery;

import dev.remit.kit.ids.Ids;
import dev.remit.kit.retention.Retention;
import dev.remit.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Forgets deliveries that have ended, with their tries, after {@code remit.delivery.kept}. What waits is kept. */
@ApplicationScoped
class DeliveryRetention implements Retention {
    private final Sql sql;
    private final Duration kept;

    DeliveryRetention(Sql sql, DeliverySettings settings) {
        this.sql = sql;
        this.kept = settings.kept();
    }

    @Override
    public String name() {
        return "deliveries";
    }

    @Override
    public Duration kept() {
        return kept;
    }

    @Override
    public int forget(Instant before, int most) {
        List<Object[]> old = sql.list(
                "SELECT id FROM delivery WHERE id < ? AND state <> 'WAITING' ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED",
                row -> new Object[] {row.uuid(1)},
                Ids.firstOf(before),
                most);
        sql.batch("DELETE FROM delivery_attempt WHERE delivery_id = ?", old);
        sql.batch("DELETE FROM delivery WHERE id = ?", old);
        return old.size();
    }
}
