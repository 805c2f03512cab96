package dev.remit.kit.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.kit.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An event that cannot be taken holds up nothing but its own subject, and is taken as soon as it can be. */
@QuarkusTest
class SetAsideEventsTest extends HandlerTest {
    @Inject
    EventRows eventRows;

    private final UUID tenant = TestTenants.fresh();
    private final UUID other = TestTenants.fresh();
    private final UUID subject = UUID.randomUUID();

    /** What stands in an event's way is thrown; what was taken is noted. */
    private class Obstructed extends Rows {
        final Map<Long, Runnable> inTheWay = new ConcurrentHashMap<>();
        final List<Long> taken = Collections.synchronizedList(new ArrayList<>());
        RuntimeException down;

        @Override
        public FeedPage fetch(long after, int limit, int waitSeconds) {
            if (down != null) {
                throw down;
            }
            return super.fetch(after, limit, waitSeconds);
        }

        @Override
        public void apply(FeedEvent event, Void prepared) {
            super.apply(event, prepared);
            inTheWay.getOrDefault(event.position(), () -> {}).run();
            taken.add(event.position());
        }

        void follow() {
            copy();
            takeAll();
        }

        SetAsideRetry<Void> retry() {
            return new SetAsideRetry<>(this, setAside, tenancy, known);
        }

        long waiting() {
            return setAside.count(name());
        }
    }

    private static void refuse() {
        throw new IllegalArgumentException("No place for Mr Smith");
    }

    @Test
    void onlyTheSubjectWaitsAndItsEventsComeLaterInOrder() {
        Obstructed handler = new Obstructed();
        handler.inTheWay.put(handler.event(tenant, subject), SetAsideEventsTest::refuse);
        handler.event(tenant, subject);
        handler.event(tenant, UUID.randomUUID());
        handler.event(other, subject);
        FeedConsumer consumer = handler.consumer();
        handler.follow();
        // Between tenants there is no order.
        assertEquals(Set.of(3L, 4L), Set.copyOf(handler.taken));
        assertEquals(2, handler.taken.size());
        assertEquals(1, rows(other));
        assertEquals(4, cursors.position(handler.name()));
        assertEquals(2, consumer.setAside());
        assertEquals(0, consumer.lag());
        assertNull(consumer.trouble());

        SetAsideRetry<Void> retry = handler.retry();
        assertFalse(retry.step());
        assertEquals(2, handler.waiting());

        handler.event(tenant, subject);
        handler.follow();
        assertEquals(2, handler.taken.size(), "what comes later goes behind");

        handler.inTheWay.clear();
        retry.step();
        assertEquals(List.of(1L, 2L, 5L), handler.taken.subList(2, 5));
        assertEquals(5, handler.taken.size());
        assertEquals(4, rows(tenant));
        assertEquals(0, consumer.setAside());

        handler.event(tenant, subject);
        handler.follow();
        assertEquals(6L, handler.taken.getLast(), "the subject is free again");
    }

    @Test
    void whatIsKeptSaysWhereItFailedAndQuotesNobody() {
        Obstructed handler = new Obstructed();
        handler.inTheWay.put(handler.event(tenant, subject), SetAsideEventsTest::refuse);
        handler.event(tenant, subject);
        handler.follow();
        handler.retry().step();
        String kept = "SELECT attempts, error, first_failed_at, last_failed_at FROM feed_set_aside"
                + " WHERE tenant_id = ? AND consumer = ? AND position = ?";
        String error =
                sql.first(kept, row -> row.text(2), tenant, handler.name(), 1).orElseThrow();
        assertTrue(error.startsWith("IllegalArgumentException at SetAsideEventsTest.refuse:"), error);
        assertEquals(
                FeedTurn.ATTEMPTS + 1,
                sql.first(kept, row -> row.number(1), tenant, handler.name(), 1).orElseThrow());
        assertTrue(sql.first(kept, row -> row.instant(3).isBefore(row.instant(4)), tenant, handler.name(), 1)
                .orElseThrow());
        assertEquals(
                0,
                sql.first(kept, row -> row.number(1), tenant, handler.name(), 2).orElseThrow(),
                "it was never tried");
    }

    @Test
    void troubleThatPassesSetsNothingAside() {
        Obstructed handler = new Obstructed();
        handler.event(tenant, subject);
        FeedTurn<Void> turn = handler.turn();
        handler.consumer().step(0);
        for (RuntimeException passing :
                List.of(new UncheckedIOException(new ConnectException("refused")), new WebApplicationException(503))) {
            handler.inTheWay.put(1L, () -> {
                throw passing;
            });
            for (int i = 0; i < 2 * FeedTurn.ATTEMPTS; i++) {
                assertTrue(turn.step());
            }
        }
        assertEquals(1, inbox.count(handler.name()));
        assertEquals(0, handler.waiting());
        handler.inTheWay.clear();
        handler.follow();
        assertEquals(List.of(1L), handler.taken);
    }

    @Test
    void anErrorIsHeldAgainstTheEventToo() {
        Obstructed handler = new Obstructed();
        handler.inTheWay.put(handler.event(tenant, subject), () -> {
            throw new StackOverflowError();
        });
        handler.event(other, UUID.randomUUID());
        handler.follow();
        assertEquals(List.of(2L), handler.taken);
        assertEquals(1, handler.waiting());
    }

    @Test
    void databaseThatDiesInTheMiddleLosesNothing() {
        Obstructed handler = new Obstructed();
        handler.inTheWay.put(handler.event(tenant, subject), SetAsideEventsTest::refuse);
        handler.event(tenant, subject);
        handler.follow();

        handler.inTheWay.put(1L, () -> sql.update("KILL CONNECTION_ID()"));
        SetAsideRetry<Void> retry = handler.retry();
        assertThrows(RuntimeException.class, retry::step);
        assertEquals(2, handler.waiting());
        assertEquals(0, rows(tenant));

        handler.inTheWay.clear();
        assertFalse(retry.step(), "the round ends");
        retry.step();
        assertEquals(List.of(1L, 2L), handler.taken);
        assertEquals(2, rows(tenant));
        assertEquals(0, handler.waiting());
    }

    @Test
    void databaseThatDiesWhileAnEventIsSetAsideLosesNothing() {
        Obstructed handler = new Obstructed();
        handler.inTheWay.put(handler.event(tenant, subject), SetAsideEventsTest::refuse);
        handler.event(other, subject);
        SetAsideEvents dying = new SetAsideEvents(sql, eventRows, wall) {
            @Override
            void addFailed(String consumer, FeedEvent event, int attempts, String error) {
                super.addFailed(consumer, event, attempts, error);
                sql.update("KILL CONNECTION_ID()");
            }
        };
        handler.consumer().step(0);
        FeedTurn<Void> turn = new FeedTurn<>(handler, inbox, turns(), dying, tenancy);
        for (int i = 0; i < 2 * FeedTurn.ATTEMPTS; i++) {
            try {
                turn.step();
            } catch (RuntimeException expected) {
                assertTrue(TransientFailures.is(expected), expected.toString());
            }
        }
        assertEquals(1, inbox.count(handler.name()));
        assertEquals(0, handler.waiting());

        handler.follow();
        assertEquals(0, inbox.count(handler.name()));
        assertEquals(1, handler.waiting());
        assertEquals(List.of(2L), handler.taken);
    }

    @Test
    void eventThatComesWhileItsSubjectIsTakenGoesBehind() {
        Obstructed handler = new Obstructed();
        handler.inTheWay.put(handler.event(tenant, subject), SetAsideEventsTest::refuse);
        FeedConsumer consumer = handler.consumer();
        handler.follow();
        handler.event(tenant, subject);
        handler.inTheWay.put(1L, () -> onAnotherThread(() -> handler.follow()));
        handler.retry().step();
        assertEquals(List.of(1L, 2L), handler.taken);
        assertEquals(0, handler.waiting());
        assertEquals(2, rows(tenant));
    }

    @Test
    void replicasTakeEachOnceInTheOrderOfItsSubject() throws Exception {
        Obstructed handler = new Obstructed();
        List<UUID> subjects = Stream.generate(UUID::randomUUID).limit(8).toList();
        for (int i = 0; i < 4; i++) {
            for (UUID each : subjects) {
                long position = handler.event(tenant, each);
                if (i == 0) {
                    handler.inTheWay.put(position, SetAsideEventsTest::refuse);
                }
            }
        }
        FeedConsumer consumer = handler.consumer();
        for (int i = 0; i < subjects.size(); i++) {
            handler.follow();
        }
        assertEquals(32, handler.waiting());
        handler.inTheWay.clear();
        CountDownLatch together = new CountDownLatch(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Runnable replica = () -> {
                SetAsideRetry<Void> retry = handler.retry();
                together.countDown();
                while (handler.waiting() > 0) {
                    retry.step();
                }
            };
            for (Future<?> done : List.of(threads.submit(replica), threads.submit(replica))) {
                done.get(60, TimeUnit.SECONDS);
            }
        }
        assertEquals(32, rows(tenant));
        for (UUID each : subjects) {
            List<Long> order = handler.taken.stream()
                    .filter(position ->
                            handler.events.get((int) (position - 1)).subject().equals(each))
                    .toList();
            assertEquals(order.stream().sorted().toList(), order);
            assertEquals(4, order.size());
        }
    }

    @Test
    void silenceGrowsWhileTheNeighbourIsDown() {
        Obstructed handler = new Obstructed();
        Instant[] now = {Instant.parse("2026-06-20T12:00:00Z")};
        FeedConsumer consumer = new FeedConsumer(handler, cursors, inbox, turns(), setAside, tenants, () -> now[0]);
        now[0] = now[0].plusSeconds(30);
        assertEquals(Duration.ofSeconds(30), consumer.silence(), "from the start on");
        consumer.step(0);
        assertEquals(Duration.ZERO, consumer.silence());

        handler.down = new WebApplicationException(503);
        now[0] = now[0].plusSeconds(600);
        assertThrows(WebApplicationException.class, () -> consumer.step(0));
        assertEquals(Duration.ofMinutes(10), consumer.silence());

        handler.down = null;
        consumer.step(0);
        assertEquals(Duration.ZERO, consumer.silence());
    }
}
