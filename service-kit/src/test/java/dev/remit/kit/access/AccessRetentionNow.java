package dev.remit.kit.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Lets tests forget what is old without waiting for the hour. */
@ApplicationScoped
public class AccessRetentionNow {
    private final AccessRetention retention;
    private final InstantSource wall;

    AccessRetentionNow(AccessRetention retention, InstantSource wall) {
        this.retention = retention;
        this.wall = wall;
    }

    public void forgetOld() {
        retention.forgetBefore(wall.instant().minus(retention.kept()));
    }
}
