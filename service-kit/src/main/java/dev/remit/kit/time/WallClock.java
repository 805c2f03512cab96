package dev.remit.kit.time;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;

/** The only place that reads the machine's time. Instants are cut to the microsecond, which is what a column keeps. */
class WallClock {
    @Produces
    @Singleton
    InstantSource clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
