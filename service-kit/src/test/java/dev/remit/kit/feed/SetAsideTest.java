package dev.remit.kit.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.remit.kit.app.KitTest;
import dev.remit.kit.json.Lenient;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An event that cannot be taken holds up nothing but its own subject, and is taken as soon as it can be. */
@QuarkusTest
class SetAsideTest extends KitTest {
    private static final String WORDS = "Half a character: \ud83d, a whole one: \ud83d\udd27, and the plain rest";

    @Inject
    FeedCursors cursors;

    @Inject
    FeedInbox inbox;

    @Inject
    SetAside setAside;

    @Inject
    Tenancy tenancy;

    @Inject
    Sql sql;

    @Inject
    InstantSource wall;

    @Inject
    @Lenient
    ObjectMapper json;

    private final UUID tenant = TestTenants.fresh();
    private final UUID other = TestTenants.fresh();
    private final UUID subject = UUID.randomUUID();
    private final AtomicLong looks = new AtomicLong();

    /** Makes a row for each event, a second one for the same event would break the key; what stands in its way is thrown. */
    private class Rows implements FeedHandler<Void> {
        private final String name = "set-aside." + UUID.randomUUID();
        final List<FeedEvent> events = new ArrayList<>();
        final Map<Long, Runnable> inTheWay = new ConcurrentHashMap<>();
        final List<Long> taken = Collections.synchronizedList(new ArrayList<>());
        RuntimeException down;

        long event(UUID of, UUID subject) {
            events.add(new FeedEvent(
                    events.size() + 1,
                    "Made",
                    of,
                    subject,
                    Instant.parse("2026-06-20T12:00:00.000001Z"),
                    JsonNodeFactory.instance.objectNode().put("words", WORDS).put("position", events.size() + 1)));
            return events.size();
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public FeedPage fetch(long after, int limit, int waitSeconds) {
            if (down != null) {
                throw down;
            }
            return new FeedPage(
                    events.stream().filter(event -> event.position() > after).toList(), events.size());
        }

        @Override
        public void apply(FeedEvent event, Void prepared) {
            assertEquals(events.get((int) event.position() - 1), event);
            sql.update(
                    "INSERT INTO signed_gadget (id, tenant_id) VALUES (?, ?)",
                    UUID.nameUUIDFromBytes((name + event.position()).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                    tenancy.current());
            inTheWay.getOrDefault(event.position(), () -> {}).run();
            taken.add(event.position());
        }

        FeedConsumer consumer() {
            return new FeedConsumer(this, cursors, inbox, turns(), setAside, wall);
        }

        FeedTurn<Void> turn() {
            return turn(setAside);
        }

        FeedTurn<Void> turn(SetAside aside) {
            return new FeedTurn<>(this, inbox, turns(), aside, tenancy);
        }

        SetAsideRetry<Void> retry() {
            return new SetAsideRetry<>(this, setAside, tenancy);
        }

        long waiting() {
            return setAside.count(name);
        }
    }

    private static void refuse() {
        throw new IllegalArgumentException("No place for Mr Smith");
    }

    /** Time goes on by a minute with each look, so that no pause is waited for. */
    private FeedTurns turns() {
        return new FeedTurns(sql, () -> wall.instant().plusSeconds(60 * looks.incrementAndGet()));
    }

    /** Copies what there is, and takes turns as loops do until nothing is left. */
    private void follow(Rows handler) {
        FeedConsumer consumer = handler.consumer();
        while (consumer.step(0) > 0) {
            // The next page.
        }
        FeedTurn<Void> turn = handler.turn();
        while (turn.step()) {
            // The next turn.
        }
    }

    private long rows(UUID of) {
        return sql.first("SELECT COUNT(*) FROM signed_gadget WHERE tenant_id = ?", row -> row.number(1), of)
                .orElseThrow();
    }

    @Test
    void onlyTheSubjectWaitsAndItsEventsComeLaterInOrder() {
        Rows handler = new Rows();
        handler.inTheWay.put(handler.event(tenant, subject), SetAsideTest::refuse);
        handler.event(tenant, subject);
        handler.event(tenant, UUID.randomUUID());
        handler.event(other, subject);
        FeedConsumer consumer = handler.consumer();
        follow(handler);
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
        follow(handler);
        assertEquals(2, handler.taken.size(), "what comes later goes behind");

        handler.inTheWay.clear();
        retry.step();
        assertEquals(List.of(1L, 2L, 5L), handler.taken.subList(2, 5));
        assertEquals(5, handler.taken.size());
        assertEquals(4, rows(tenant));
        assertEquals(0, consumer.setAside());

        handler.event(tenant, subject);
        follow(handler);
        assertEquals(6L, handler.taken.getLast(), "the subject is free again");
    }

    @Test
    void whatIsKeptSaysWhereItFailedAndQuotesNobody() {
        Rows handler = new Rows();
        handler.inTheWay.put(handler.event(tenant, subject), SetAsideTest::refuse);
        handler.event(tenant, subject);
        follow(handler);
        handler.retry().step();
        String kept = "SELECT attempts, error, first_failed_at, last_failed_at FROM feed_set_aside"
                + " WHERE tenant_id = ? AND consumer = ? AND position = ?";
        String error =
                sql.first(kept, row -> row.text(2), tenant, handler.name(), 1).orElseThrow();
        assertTrue(error.startsWith("IllegalArgumentException at SetAsideTest.refuse:"), error);
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
        Rows handler = new Rows();
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
        follow(handler);
        assertEquals(List.of(1L), handler.taken);
    }

    @Test
    void anErrorIsHeldAgainstTheEventToo() {
        Rows handler = new Rows();
        handler.inTheWay.put(handler.event(tenant, subject), () -> {
            throw new StackOverflowError();
        });
        handler.event(other, UUID.randomUUID());
        follow(handler);
        assertEquals(List.of(2L), handler.taken);
        assertEquals(1, handler.waiting());
    }

    @Test
    void databaseThatDiesInTheMiddleLosesNothing() {
        Rows handler = new Rows();
        handler.inTheWay.put(handler.event(tenant, subject), SetAsideTest::refuse);
        handler.event(tenant, subject);
        follow(handler);

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
        Rows handler = new Rows();
        handler.inTheWay.put(handler.event(tenant, subject), SetAsideTest::refuse);
        handler.event(other, subject);
        SetAside dying = new SetAside(sql, json, wall) {
            @Override
            void addFailed(String consumer, FeedEvent event, int attempts, String error) {
                super.addFailed(consumer, event, attempts, error);
                sql.update("KILL CONNECTION_ID()");
            }
        };
        handler.consumer().step(0);
        FeedTurn<Void> turn = handler.turn(dying);
        for (int i = 0; i < 2 * FeedTurn.ATTEMPTS; i++) {
            try {
                turn.step();
            } catch (RuntimeException expected) {
                assertTrue(PassingTrouble.is(expected), expected.toString());
            }
        }
        assertEquals(1, inbox.count(handler.name()));
        assertEquals(0, handler.waiting());

        follow(handler);
        assertEquals(0, inbox.count(handler.name()));
        assertEquals(1, handler.waiting());
        assertEquals(List.of(2L), handler.taken);
    }

    @Test
    void eventThatComesWhileItsSubjectIsTakenGoesBehind() {
        Rows handler = new Rows();
        handler.inTheWay.put(handler.event(tenant, subject), SetAsideTest::refuse);
        FeedConsumer consumer = handler.consumer();
        follow(handler);
        handler.event(tenant, subject);
        handler.inTheWay.put(1L, () -> onAnotherThread(() -> follow(handler)));
        handler.retry().step();
        assertEquals(List.of(1L, 2L), handler.taken);
        assertEquals(0, handler.waiting());
        assertEquals(2, rows(tenant));
    }

    private static void onAnotherThread(Runnable work) {
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            thread.submit(work).get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void replicasTakeEachOnceInTheOrderOfItsSubject() throws Exception {
        Rows handler = new Rows();
        List<UUID> subjects = Stream.generate(UUID::randomUUID).limit(8).toList();
        for (int i = 0; i < 4; i++) {
            for (UUID each : subjects) {
                long position = handler.event(tenant, each);
                if (i == 0) {
                    handler.inTheWay.put(position, SetAsideTest::refuse);
                }
            }
        }
        FeedConsumer consumer = handler.consumer();
        for (int i = 0; i < subjects.size(); i++) {
            follow(handler);
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
        Rows handler = new Rows();
        Instant[] now = {Instant.parse("2026-06-20T12:00:00Z")};
        FeedConsumer consumer = new FeedConsumer(handler, cursors, inbox, turns(), setAside, () -> now[0]);
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
