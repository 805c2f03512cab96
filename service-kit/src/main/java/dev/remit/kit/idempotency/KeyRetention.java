package dev.remit.kit.idempotency;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;

/** Forgets keys after 30 days. */
@ApplicationScoped
class KeyRetention {
    static final Duration KEPT = Duration.ofDays(30);
    private static final int BATCH = 1_000;

    private final KeyTable keys;
    private final InstantSource clock;

    KeyRetention(KeyTable keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Small batches, each its own transaction: two replicas may do this at once. */
    @Scheduled(every = "1h", delayed = "1m", identity = "idempotency-retention")
    void forgetOldKeys() {
        int deleted;
        do {
            deleted = keys.deleteUsedBefore(clock.instant().minus(KEPT), BATCH);
        } while (deleted == BATCH);
    }
}
