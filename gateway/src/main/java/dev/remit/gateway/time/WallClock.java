package dev.remit.gateway.time;

import jakarta.inject.Singleton;
import java.time.Instant;

/** The machine's time, for what others say in it. */
@Singleton
public class WallClock {
    /** Seconds since 1970. */
    public long seconds() {
        return Instant.now().getEpochSecond();
    }
}
