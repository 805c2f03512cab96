package dev.remit.kit.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Lets tests elsewhere have the hourly job run now. */
@ApplicationScoped
public class KeyRetentionNow {
    private final KeyRetention retention;
    private final InstantSource wall;

    KeyRetentionNow(KeyRetention retention, InstantSource wall) {
        this.retention = retention;
        this.wall = wall;
    }

    public void forgetOldKeys() {
        retention.forgetBefore(wall.instant().minus(retention.kept()));
    }
}
