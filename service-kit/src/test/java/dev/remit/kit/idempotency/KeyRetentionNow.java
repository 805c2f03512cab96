package dev.remit.kit.idempotency;

import jakarta.enterprise.context.ApplicationScoped;

/** Lets tests elsewhere have the hourly job run now. */
@ApplicationScoped
public class KeyRetentionNow {
    private final KeyRetention retention;

    KeyRetentionNow(KeyRetention retention) {
        this.retention = retention;
    }

    public void forgetOldKeys() {
        retention.forgetOldKeys();
    }
}
