package dev.remit.gateway.proxy;

import java.time.Duration;

/**
 * How fast a body must come.
 *
 * @param most           the time that a body may take in all
 * @param bytesPerSecond what must have come, at least, for each second after {@link #GRACE}
 */
record BodyPace(Duration most, long bytesPerSecond) {

    private static final Duration GRACE = Duration.ofSeconds(2);

    /** Whether a body of which so much has come after this time is too slow. */
    boolean tooSlow(Duration elapsed, long bytes) {
        return elapsed.compareTo(most) >= 0
                || bytes * 1_000 < bytesPerSecond * elapsed.minus(GRACE).toMillis();
    }
}
