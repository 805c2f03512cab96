package dev.remit.kit.idempotency;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;

/** Forgets keys after {@code remit.idempotency-keys.kept}. */
@ApplicationScoped
class KeyRetention {
    private static final int BATCH = 1_000;

    private final KeyTable keys;
    private final InstantSource clock;
    private final Duration kept;

    KeyRetention(KeyTable keys, InstantSource clock, KeySettings settings) {
        this.keys = keys;
        this.clock = clock;
        this.kept = settings.kept();
    }

    /** Small batches, each its own transaction: two replicas may do this at once. */
    @Scheduled(every = "1h", delayed = "1m", identity = "idempotency-retention")
    void forgetOldKeys() {
        int deleted;
        do {
            deleted = keys.deleteUsedBefore(clock.instant().minus(kept), BATCH);
        } while (deleted == BATCH);
    }
}
