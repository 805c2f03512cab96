package dev.remit.tickets.intake;

import dev.remit.tickets.sql.CrossTenantSql;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Forgets what sources sent after {@code remit.payloads.kept}. The facts that were taken from it stay, and so does its hash in
 * the evidence of its ticket; what somebody may still have taken in again, since its review is open, waits for that.
 */
@ApplicationScoped
class PayloadRetention {
    private static final int BATCH = 1_000;

    private final CrossTenantSql sql;
    private final InstantSource wall;
    private final Duration kept;

    PayloadRetention(CrossTenantSql sql, InstantSource wall, PayloadSettings settings) {
        this.sql = sql;
        this.wall = wall;
        this.kept = settings.kept();
    }

    @Scheduled(every = "1h", delayed = "1m", identity = "payload-retention")
    void forgetOldPayloads() {
        forgetBefore(wall.instant().minus(kept));
    }

    /** Small batches, each its own transaction: two replicas may do this at once. */
    void forgetBefore(Instant moment) {
        int deleted;
        do {
            deleted = sql.forgetPayloadsBefore(moment, BATCH);
        } while (deleted == BATCH);
    }
}
