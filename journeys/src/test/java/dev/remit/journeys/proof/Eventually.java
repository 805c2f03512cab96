package dev.remit.journeys.proof;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what services hear of a little later, and says what it saw last where that does not come. */
public final class Eventually {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration STEP = Duration.ofMillis(400);

    private Eventually() {}

    /** @return what was looked for, at last */
    public static <T> T see(String what, Supplier<T> look, Predicate<T> enough) {
        return see(what, PATIENCE, look, enough);
    }

    /** As {@link #see(String, Supplier, Predicate)}, with more or less patience. */
    public static <T> T see(String what, Duration patience, Supplier<T> look, Predicate<T> enough) {
        T seen = lastSeen(patience, look, enough);
        if (!enough.test(seen)) {
            throw new AssertionError(what + " did not come within " + patience.toSeconds() + " s; seen last: " + seen);
        }
        return seen;
    }

    /** @return what was looked for, else what was seen when patience ended */
    public static <T> T lastSeen(Duration patience, Supplier<T> look, Predicate<T> enough) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            T seen = look.get();
            if (enough.test(seen) || System.nanoTime() > end) {
                return seen;
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
    }
}
