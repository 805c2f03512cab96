package dev.remit.kit.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.remit.kit.app.KitTest;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.testing.TestTenants;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Tenants' events take effect in turns: what one of them brings, or meets, delays no other. */
@QuarkusTest
class FeedTurnTest extends KitTest {
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

    private final UUID busy = TestTenants.fresh();
    private final UUID quiet = TestTenants.fresh();
    private final AtomicLong looks = new AtomicLong();

    /** Makes a row for each event, a second one for the same event would break the key, and notes each stretch. */
    private class Rows implements FeedHandler<Void> {
        private final String name = "turns." + UUID.randomUUID();
        final List<FeedEvent> events = new ArrayList<>();
        final List<List<Long>> stretches = new ArrayList<>();
        Runnable first = () -> {};

        void events(UUID tenant, int count) {
            for (int i = 0; i < count; i++) {
                events.add(new FeedEvent(
                        events.size() + 1,
                        "Made",
                        tenant,
                        UUID.randomUUID(),
                        Instant.parse("2026-06-20T12:00:00Z"),
                        JsonNodeFactory.instance.objectNode()));
            }
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public FeedPage fetch(long after, int limit, int waitSeconds) {
            return new FeedPage(
                    events.stream()
                            .filter(event -> event.position() > after)
                            .limit(limit)
                            .toList(),
                    events.size());
        }

        @Override
        public void apply(FeedEvent event, Void prepared) {
            sql.update("INSERT INTO signed_gadget (id, tenant_id) VALUES (?, ?)", event.subject(), tenancy.current());
        }

        @Override
        public void applyAll(List<Prepared<Void>> next) {
            FeedHandler.super.applyAll(next);
            if (tenancy.current().equals(busy)) {
                first.run();
            }
            stretches.add(next.stream().map(each -> each.event().position()).toList());
        }

        FeedTurn<Void> turn() {
            return new FeedTurn<>(this, inbox, turns(), setAside, tenancy);
        }

        void copy() {
            FeedConsumer consumer = new FeedConsumer(this, cursors, inbox, turns(), setAside, wall);
            while (consumer.step(0) > 0) {
                // The next page.
            }
        }
    }

    /** Time goes on by a minute with each look, so that no pause is waited for. */
    private FeedTurns turns() {
        return new FeedTurns(sql, () -> wall.instant().plusSeconds(60 * looks.incrementAndGet()));
    }

    private long rows(UUID of) {
        return sql.first("SELECT COUNT(*) FROM signed_gadget WHERE tenant_id = ?", row -> row.number(1), of)
                .orElseThrow();
    }

    private static List<Long> from(long first, int count) {
        return LongStream.range(first, first + count).boxed().toList();
    }

    @Test
    void oneTenantsManyEventsLetAnothersOneThrough() {
        Rows handler = new Rows();
        handler.events(busy, 300);
        handler.events(quiet, 1);
        handler.copy();
        FeedTurn<Void> turn = handler.turn();
        while (turn.step()) {
            // The next turn.
        }
        assertEquals(
                List.of(from(1, 100), List.of(301L), from(101, 100), from(201, 100)),
                handler.stretches,
                "stretches of one transaction each, in turns and in order");
        assertEquals(300, rows(busy));
        assertEquals(1, rows(quiet));
    }

    @Test
    void aLockThatIsHeldStallsItsOwnTenantAlone() throws Exception {
        Rows handler = new Rows();
        String book = handler.name() + ".book";
        turns().open(book, List.of(busy));
        handler.first = () -> sql.first(
                "SELECT pauses FROM feed_turn WHERE consumer = ? AND tenant_id = ? FOR UPDATE NOWAIT",
                found -> found.number(1),
                book,
                busy);
        handler.events(busy, 3);
        handler.events(quiet, 3);
        handler.copy();
        FeedTurn<Void> turn = handler.turn();
        try (ExecutorService elsewhere = Executors.newSingleThreadExecutor()) {
            QuarkusTransaction.requiringNew().run(() -> {
                assertTrue(turns().lock(book, busy));
                await(elsewhere, () -> {
                    for (int i = 0; i < 4; i++) {
                        assertTrue(turn.step());
                    }
                    assertEquals(List.of(from(4, 3)), handler.stretches);
                    assertEquals(0, rows(busy));
                    assertEquals(3, inbox.count(handler.name()));
                    assertEquals(0, setAside.count(handler.name()), "a lock is not held against an event");
                });
            });
        }
        while (turn.step()) {
            // The next turn.
        }
        assertEquals(3, rows(busy));
    }

    private static void await(ExecutorService elsewhere, Runnable work) {
        try {
            elsewhere.submit(work).get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aStretchThatFailsIsTakenOneByOne() {
        Rows handler = new Rows();
        AtomicLong together = new AtomicLong();
        handler.first = () -> {
            if (together.getAndIncrement() == 0) {
                throw new IllegalArgumentException("Not all of these");
            }
        };
        handler.events(busy, 3);
        handler.copy();
        FeedTurn<Void> turn = handler.turn();
        while (turn.step()) {
            // The next turn.
        }
        assertEquals(List.of(List.of(1L), List.of(2L), List.of(3L)), handler.stretches);
        assertEquals(3, rows(busy));
    }

    @Test
    void whoDiesBeforeTheCommitLeavesEverythingToCome() {
        Rows handler = new Rows();
        handler.events(busy, 5);
        handler.copy();
        handler.first = () -> sql.update("KILL CONNECTION_ID()");
        FeedTurn<Void> turn = handler.turn();
        for (int i = 0; i < 3; i++) {
            assertTrue(turn.step());
        }
        assertEquals(0, rows(busy));
        assertEquals(5, inbox.count(handler.name()));
        handler.first = () -> {};
        FeedTurn<Void> another = handler.turn();
        while (another.step()) {
            // The next turn.
        }
        assertEquals(5, rows(busy));
        assertEquals(0, inbox.count(handler.name()));
    }

    @Test
    void aTurnThatSomebodyHasIsLeftToThem() {
        Rows handler = new Rows();
        handler.events(busy, 2);
        handler.copy();
        List<Boolean> meanwhile = new ArrayList<>();
        handler.first = () -> {
            try (ExecutorService elsewhere = Executors.newSingleThreadExecutor()) {
                await(elsewhere, () -> meanwhile.add(handler.turn().step()));
            }
        };
        assertTrue(handler.turn().step());
        assertEquals(List.of(false), meanwhile);
        assertEquals(2, rows(busy));
        assertFalse(handler.turn().step());
    }

    @Test
    void twoHandlersOfOneNameDoNotStart() {
        Rows one = new Rows();
        IllegalStateException refused = assertThrows(
                IllegalStateException.class,
                () -> new FeedConsumers(
                        List.of(one, one),
                        cursors,
                        inbox,
                        turns(),
                        setAside,
                        tenancy,
                        wall,
                        new SimpleMeterRegistry(),
                        false,
                        1));
        assertEquals("Two feed handlers are named " + one.name(), refused.getMessage());
    }
}
