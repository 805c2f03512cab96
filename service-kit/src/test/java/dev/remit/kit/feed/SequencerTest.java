package dev.remit.kit.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.kit.app.KitTest;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SequencerTest extends KitTest {
    private static final int WRITERS = 6;
    private static final int ROUNDS = 30;

    @Inject
    Sequencer sequencer;

    @Inject
    Outbox outbox;

    @Inject
    Feed feed;

    @Inject
    Tenancy tenancy;

    @Inject
    Sql sql;

    private static final class TurnedDown extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private void append(String type) {
        outbox.append(type, UUID.randomUUID(), Map.of("n", 1));
    }

    @Test
    void manyWritersAndSequencersLeaveNoGapAndNothingAppearsBehindAReader() throws Exception {
        long start = feed.head();
        UUID tenant = TestTenants.fresh();
        AtomicBoolean writing = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 4)) {
            List<Future<Integer>> sequencers =
                    List.of(threads.submit(() -> sequenceWhile(writing)), threads.submit(() -> sequenceWhile(writing)));
            List<Future<List<Long>>> readers =
                    List.of(threads.submit(() -> follow(start, writing)), threads.submit(() -> follow(start, writing)));
            List<Future<Integer>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                writers.add(threads.submit(() -> write(tenant)));
            }
            int written = 0;
            for (Future<Integer> writer : writers) {
                written += writer.get(60, TimeUnit.SECONDS);
            }
            writing.set(false);
            for (Future<Integer> one : sequencers) {
                one.get(30, TimeUnit.SECONDS);
            }
            for (Future<List<Long>> reader : readers) {
                List<Long> followed = reader.get(30, TimeUnit.SECONDS);
                assertConsecutive(start, followed);
            }
            awaitAllSequenced();
            assertEquals(written, positionsOf(tenant).size());
            assertConsecutive(start, positionsAfter(start));
        }
    }

    /** Two events a transaction, and every third transaction is turned down at its end. */
    private int write(UUID tenant) {
        int committed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            boolean turnDown = round % 3 == 2;
            try {
                tenancy.runAs(tenant, () -> {
                    append("First");
                    append("Second");
                    if (turnDown) {
                        throw new TurnedDown();
                    }
                });
                committed += 2;
            } catch (TurnedDown expected) {
                // Its ids are lost and must leave no gap in the positions.
            }
        }
        return committed;
    }

    private Integer sequenceWhile(AtomicBoolean writing) {
        int sequenced = 0;
        while (writing.get()) {
            sequenced += sequencer.sequence();
        }
        return sequenced;
    }

    private List<Long> follow(long start, AtomicBoolean writing) {
        List<Long> seen = new ArrayList<>();
        long after = start;
        while (writing.get()) {
            for (FeedEvent event : feed.read(after, 50).items()) {
                seen.add(event.position());
                after = event.position();
            }
        }
        return seen;
    }

    private static void assertConsecutive(long start, List<Long> positions) {
        assertTrue(!positions.isEmpty());
        for (int i = 0; i < positions.size(); i++) {
            assertEquals(start + 1 + i, positions.get(i));
        }
    }

    private List<Long> positionsAfter(long start) {
        return sql.list(
                "SELECT position FROM outbox WHERE position > ? ORDER BY position", row -> row.number(1), start);
    }

    private List<Long> positionsOf(UUID tenant) {
        return sql.list(
                "SELECT position FROM outbox WHERE tenant_id = ? AND position IS NOT NULL",
                row -> row.number(1),
                tenant);
    }

    private void awaitAllSequenced() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> sequencer.sequence() == 0
                        && sql.first("SELECT COUNT(*) FROM outbox WHERE position IS NULL", row -> row.number(1))
                                        .orElseThrow()
                                == 0);
    }

    @Test
    void lateCommitComesLaterAndHoldsNobodyUp() throws Exception {
        UUID slow = TestTenants.fresh();
        UUID quick = TestTenants.fresh();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> open = threads.submit(() -> tenancy.runAs(slow, () -> {
                append("Slow");
                written.countDown();
                await(release);
            }));
            await(written);
            tenancy.runAs(quick, () -> append("Quick"));
            Awaitility.await().until(() -> positionsOf(quick).size() == 1);
            assertTrue(positionsOf(slow).isEmpty());
            release.countDown();
            open.get(10, TimeUnit.SECONDS);
        }
        Awaitility.await().until(() -> positionsOf(slow).size() == 1);
        assertTrue(positionsOf(slow).getFirst() > positionsOf(quick).getFirst());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void eventOfNoTransactionIsRefused() {
        Callable<Void> append = () -> {
            append("Lonely");
            return null;
        };
        assertThrows(IllegalStateException.class, append::call);
    }
}
