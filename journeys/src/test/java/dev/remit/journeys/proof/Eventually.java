package dev.remit.journeys.proof;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what services hear of a little later, and says what it saw last where that does not come. */
public final class Eventually {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration STEP = Duration.ofMillis(250);

    private Eventually() {}

    /** @return what was looked for, at last */
    public static <T> T see(String what, Supplier<T> look, Predicate<T> enough) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            T seen = look.get();
            if (enough.test(seen)) {
                return seen;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        what + " did not come within " + PATIENCE.toSeconds() + " s; seen last: " + seen);
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
    }
}
