package dev.remit.kit.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.kit.app.KitTest;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.testing.TestTenants;
import dev.remit.stack.MySqlServer;
import dev.remit.stack.TestMySql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SequencerTest extends KitTest {
    private static final int WRITERS = 6;
    private static final int ROUNDS = 30;
    private static final int KILLS = 25;
    private static final int NO_SUCH_THREAD = 1094;

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
            List<Future<List<Long>>> readers = List.of(
                    threads.submit(() -> follow(start, writing, this::read)),
                    threads.submit(() -> follow(start, writing, this::read)));
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

    private static List<Long> follow(long start, AtomicBoolean writing, LongFunction<List<FeedEvent>> read) {
        List<Long> seen = new ArrayList<>();
        long after = start;
        while (writing.get()) {
            for (FeedEvent event : read.apply(after)) {
                seen.add(event.position());
                after = event.position();
            }
        }
        return seen;
    }

    private List<FeedEvent> read(long after) {
        return feed.read(after, 50).items();
    }

    /** A reader may draw a connection that was killed between its finding and its killing: it reads again from where it was. */
    private List<FeedEvent> readOrBreak(long after) {
        try {
            return read(after);
        } catch (RuntimeException killed) {
            return List.of();
        }
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
                .pollDelay(Duration.ofMillis(
                        250)) // By then the pool asks a connection that was killed whether it is alive.
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

    /** What writers were promised: by the subject of a transaction, how many events it had. */
    private static final class Promises {
        final Map<UUID, Integer> committed = new ConcurrentHashMap<>();
        final Map<UUID, Integer> cutOff = new ConcurrentHashMap<>();
    }

    /**
     * Writers that are quick, slow, turned down and cut off, four sequencers whose connections are killed in the middle of
     * their work, and readers that follow: none ever sees a gap or something behind what it has read.
     */
    @Test
    void killedConnectionsLeaveNoGapAndNothingAppearsBehindAReader() throws Exception {
        long start = feed.head();
        UUID tenant = TestTenants.fresh();
        AtomicBoolean working = new AtomicBoolean(true);
        AtomicInteger sequencersCutOff = new AtomicInteger();
        Promises promises = new Promises();
        try (Connection administrator = administrator();
                ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                workers.add(threads.submit(() -> whileTrue(working, () -> sequenceOrBreak(sequencersCutOff))));
            }
            List<Future<List<Long>>> readers = List.of(
                    threads.submit(() -> follow(start, working, this::readOrBreak)),
                    threads.submit(() -> follow(start, working, this::readOrBreak)));
            for (int writer = 0; writer < 2 * WRITERS; writer++) {
                Random random = new Random(writer);
                workers.add(threads.submit(() -> whileTrue(working, () -> writeSomehow(tenant, random, promises))));
            }
            for (int kill = 0; kill < KILLS; kill++) {
                int enough = promises.committed.size() + 20;
                Awaitility.await()
                        .pollInterval(Duration.ofMillis(5))
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> promises.committed.size() >= enough);
                killWhoeverWorks(administrator);
            }
            working.set(false);
            for (Future<?> worker : workers) {
                worker.get(60, TimeUnit.SECONDS);
            }
            for (Future<List<Long>> reader : readers) {
                assertConsecutive(start, reader.get(60, TimeUnit.SECONDS));
            }
        }
        awaitAllSequenced();
        assertConsecutive(start, positionsAfter(start));
        assertKept(promises, tenant);
        assertTrue(sequencersCutOff.get() + promises.cutOff.size() > 0, "nobody was killed while at work");
    }

    private static Void whileTrue(AtomicBoolean working, Runnable work) {
        while (working.get()) {
            work.run();
        }
        return null;
    }

    private void sequenceOrBreak(AtomicInteger cutOff) {
        try {
            sequencer.sequence();
        } catch (RuntimeException killed) {
            cutOff.incrementAndGet();
        }
    }

    private void writeSomehow(UUID tenant, Random random, Promises promises) {
        UUID subject = UUID.randomUUID();
        int events = 1 + random.nextInt(3);
        boolean slow = random.nextInt(4) == 0;
        boolean turnDown = random.nextInt(4) == 0;
        try {
            tenancy.runAs(tenant, () -> {
                for (int i = 0; i < events; i++) {
                    outbox.append("Written", subject, Map.of("n", i));
                }
                if (slow) {
                    sql.first("SELECT SLEEP(0.02)", row -> row.number(1));
                }
                if (turnDown) {
                    throw new TurnedDown();
                }
            });
            promises.committed.put(subject, events);
        } catch (TurnedDown expected) {
            // Must leave nothing, and is in neither map.
        } catch (RuntimeException killed) {
            promises.cutOff.put(subject, events);
        }
    }

    /** All events of what was committed, all or none of what was cut off, and nothing else. */
    private void assertKept(Promises promises, UUID tenant) {
        Map<UUID, Integer> there = new HashMap<>();
        sql.list(
                        "SELECT subject_id FROM outbox WHERE tenant_id = ? AND position IS NOT NULL",
                        row -> row.uuid(1),
                        tenant)
                .forEach(subject -> there.merge(subject, 1, Integer::sum));
        promises.committed.forEach((subject, events) -> assertEquals(events, there.remove(subject)));
        there.forEach((subject, events) -> assertEquals(promises.cutOff.get(subject), events));
    }

    private static Connection administrator() throws SQLException {
        MySqlServer server = TestMySql.shared();
        return DriverManager.getConnection(server.adminJdbcUrl(), server.adminUser(), server.adminPassword());
    }

    /** Kills two connections that have changed or locked something: those of sequencers and writers. */
    private static void killWhoeverWorks(Connection administrator) throws SQLException {
        List<Long> victims = new ArrayList<>();
        try (Statement statement = administrator.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT trx_mysql_thread_id FROM information_schema.innodb_trx JOIN information_schema.processlist"
                                + " ON id = trx_mysql_thread_id WHERE user LIKE 'service_kit%'"
                                + " AND trx_rows_modified + trx_rows_locked > 0"
                                + " ORDER BY trx_rows_modified DESC LIMIT 2")) {
            while (rows.next()) {
                victims.add(rows.getLong(1));
            }
        }
        for (long victim : victims) {
            try (Statement statement = administrator.createStatement()) {
                statement.execute("KILL " + victim);
            } catch (SQLException gone) {
                assertEquals(NO_SUCH_THREAD, gone.getErrorCode());
            }
        }
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
