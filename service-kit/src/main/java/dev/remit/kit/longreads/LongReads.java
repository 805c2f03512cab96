package dev.remit.kit.longreads;

import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Gives each tenant {@code remit.long-reads.at-once} long reads at once, and after each one a pause three times as long as it took:
 * so a tenant that reads without end has a quarter of a processor for each. A few more wait for their turn,
 * {@value #MOST_WAITING} at the most and not for long; beyond that a caller is told to come back.
 */
@ApplicationScoped
class LongReads {
    static final int MOST_WAITING = 8;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    /** How many times as long as the read itself. */
    private static final int PAUSE = 3;

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final String SECONDS_TO_RETRY = "1";

    private final int atOnce;
    private final Duration longestWait;
    private final Map<UUID, Line> lines = new ConcurrentHashMap<>();

    @Inject
    LongReads(LongReadSettings settings) {
        this(settings.atOnce(), LONGEST_WAIT);
    }

    LongReads(int atOnce, Duration longestWait) {
        this.atOnce = atOnce;
        this.longestWait = longestWait;
    }

    /** A long read under way. */
    interface Turn extends AutoCloseable {
        /** The read is over. */
        @Override
        void close();
    }

    /**
     * Waits for the tenant's turn.
     *
     * @throws Problem too-many-requests, when as many wait already as may, or the turn does not come in time
     */
    Turn begin(UUID tenant) {
        return lines.computeIfAbsent(tenant, key -> new Line()).begin();
    }

    /** Those of one tenant. */
    private final class Line {
        private int running;
        private int waiting;
        private long pausedUntilNanos = System.nanoTime();

        private synchronized Turn begin() {
            if (waiting >= MOST_WAITING) {
                throw full();
            }
            waiting++;
            try {
                await();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw Problem.unavailable("The service is stopping.");
            } finally {
                waiting--;
            }
            running++;
            long beganNanos = System.nanoTime();
            return () -> end(System.nanoTime() - beganNanos);
        }

        private void await() throws InterruptedException {
            long deadline = System.nanoTime() + longestWait.toNanos();
            while (true) {
                long now = System.nanoTime();
                long pause = running < atOnce ? pausedUntilNanos - now : Long.MAX_VALUE;
                long left = deadline - now;
                if (pause <= 0) {
                    return;
                }
                if (left <= 0) {
                    throw full();
                }
                TimeUnit.NANOSECONDS.timedWait(this, Math.min(pause, left));
            }
        }

        private synchronized void end(long tookNanos) {
            running--;
            pausedUntilNanos = System.nanoTime() + Math.min(PAUSE * tookNanos, LONGEST_PAUSE.toNanos());
            notifyAll();
        }
    }

    private static Problem full() {
        return Problem.of(ProblemType.TOO_MANY_REQUESTS, "Too many long reads of yours are waiting for their turn.")
                .header("Retry-After", SECONDS_TO_RETRY);
    }
}
