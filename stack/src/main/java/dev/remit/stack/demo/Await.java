package dev.remit.stack.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for what other services hear of a little later. */
final class Await {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration STEP = Duration.ofMillis(50);

    private Await() {}

    static <T> T until(String what, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException(what + " did not come within " + PATIENCE.toSeconds() + " s");
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
    }
}
