package dev.remit.kit.longreads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LongReadsTest {
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    private final LongReads reads = new LongReads(() -> 1);
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void close() {
        callers.shutdownNow();
    }

    @Test
    void aTenantsNextReadWaitsForTheOneBeforeAndAnotherTenantsDoesNot() throws Exception {
        LongReads.Turn first = reads.begin(ONE);
        Future<LongReads.Turn> next = callers.submit(() -> reads.begin(ONE));
        reads.begin(OTHER).close();
        assertThrows(TimeoutException.class, () -> next.get(50, TimeUnit.MILLISECONDS));
        first.close();
        next.get(10, TimeUnit.SECONDS).close();
    }

    @Test
    void afterAReadTheTenantPausesThreeTimesAsLongAsItTook() {
        LongReads.Turn turn = reads.begin(ONE);
        long began = System.nanoTime();
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        turn.close();
        long took = System.nanoTime() - began;
        reads.begin(OTHER).close();
        reads.begin(ONE).close();
        Duration both = Duration.ofNanos(System.nanoTime() - began);
        assertTrue(both.compareTo(Duration.ofMillis(390)) > 0, both + ", the first took " + took / 1_000_000 + " ms");
    }

    @Test
    void asManyAsSaidAreUnderWayAtOnce() throws Exception {
        LongReads two = new LongReads(2, Duration.ofSeconds(10));
        two.begin(ONE);
        LongReads.Turn second = two.begin(ONE);
        Future<LongReads.Turn> third = callers.submit(() -> two.begin(ONE));
        assertThrows(TimeoutException.class, () -> third.get(50, TimeUnit.MILLISECONDS));
        second.close();
        third.get(10, TimeUnit.SECONDS);
    }

    @Test
    void whoseTurnDoesNotComeInTimeIsToldToComeBack() {
        LongReads hasty = new LongReads(1, Duration.ofMillis(50));
        LongReads.Turn first = hasty.begin(ONE);
        Problem refused = assertThrows(Problem.class, () -> hasty.begin(ONE));
        assertEquals(ProblemType.TOO_MANY_REQUESTS, refused.type());
        first.close();
        hasty.begin(OTHER).close();
    }

    @Test
    void moreThanMayWaitAreRefusedAtOnce() throws Exception {
        LongReads.Turn first = reads.begin(ONE);
        List<Future<LongReads.Turn>> waiting = new ArrayList<>();
        int refused = 0;
        for (int caller = 0; caller < LongReads.MOST_WAITING + 3; caller++) {
            waiting.add(callers.submit(() -> reads.begin(ONE)));
        }
        for (Future<LongReads.Turn> caller : waiting) {
            try {
                caller.get(100, TimeUnit.MILLISECONDS);
                assertFalse(true, "two at once");
            } catch (TimeoutException waits) {
                assertFalse(caller.isDone());
            } catch (ExecutionException told) {
                assertEquals(ProblemType.TOO_MANY_REQUESTS, ((Problem) told.getCause()).type());
                refused++;
            }
        }
        assertEquals(3, refused);
        first.close();
    }
}
