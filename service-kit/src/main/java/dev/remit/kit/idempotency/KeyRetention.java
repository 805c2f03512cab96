package dev.remit.kit.idempotency;

import dev.remit.kit.retention.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Forgets keys after {@code remit.idempotency-keys.kept}. */
@ApplicationScoped
class KeyRetention implements Retention {
    private final KeyTable keys;
    private final Duration kept;

    KeyRetention(KeyTable keys, KeySettings settings) {
        this.keys = keys;
        this.kept = settings.kept();
    }

    @Override
    public String name() {
        return "idempotency keys";
    }

    @Override
    public Duration kept() {
        return kept;
    }

    @Override
    public int forget(Instant before, int most) {
        return keys.deleteUsedBefore(before, most);
    }
}
