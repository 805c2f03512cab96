package dev.remit.notifications.delivery;

import dev.remit.kit.ids.Ids;
import dev.remit.kit.sql.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Forgets deliveries that have ended, with their tries, after {@code remit.delivery.kept}. What waits is kept. */
@ApplicationScoped
class DeliveryRetention {
    private static final int BATCH = 1_000;

    private final Sql sql;
    private final InstantSource wall;
    private final Duration kept;

    DeliveryRetention(Sql sql, InstantSource wall, DeliverySettings settings) {
        this.sql = sql;
        this.wall = wall;
        this.kept = settings.kept();
    }

    @Scheduled(every = "1h", delayed = "1m", identity = "delivery-retention")
    void forgetOldDeliveries() {
        forgetBefore(wall.instant().minus(kept));
    }

    /** Small batches, each its own transaction: two replicas may do this at once. */
    void forgetBefore(Instant moment) {
        int deleted;
        do {
            deleted = QuarkusTransaction.requiringNew().call(() -> forget(Ids.firstOf(moment)));
        } while (deleted == BATCH);
    }

    private int forget(UUID before) {
        List<Object[]> old = sql.list(
                "SELECT id FROM delivery WHERE id < ? AND state <> 'WAITING' ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED",
                row -> new Object[] {row.uuid(1)},
                before,
                BATCH);
        sql.batch("DELETE FROM delivery_attempt WHERE delivery_id = ?", old);
        sql.batch("DELETE FROM delivery WHERE id = ?", old);
        return old.size();
    }
}
