package dev.remit.kit.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.kit.testing.TestTenants;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Tenants' events take effect in turns: what one of them brings, or meets, delays no other. */
@QuarkusTest
class FeedTurnTest extends HandlerTest {
    private final UUID busy = TestTenants.fresh();
    private final UUID quiet = TestTenants.fresh();

    /** Notes each stretch of events that were taken together. */
    private class Stretches extends Rows {
        final List<List<Long>> stretches = new ArrayList<>();
        Runnable first = () -> {};

        void events(UUID tenant, int count) {
            for (int i = 0; i < count; i++) {
                event(tenant, UUID.randomUUID());
            }
        }

        @Override
        public void applyAll(List<Prepared<Void>> next) {
            super.applyAll(next);
            if (tenancy.current().equals(busy)) {
                first.run();
            }
            stretches.add(next.stream().map(each -> each.event().position()).toList());
        }
    }

    private static List<Long> from(long first, int count) {
        return LongStream.range(first, first + count).boxed().toList();
    }

    @Test
    void oneTenantsManyEventsLetAnothersOneThrough() {
        Stretches handler = new Stretches();
        handler.events(busy, 300);
        handler.events(quiet, 1);
        handler.copy();
        handler.takeAll();
        assertEquals(
                List.of(from(1, 100), List.of(301L), from(101, 100), from(201, 100)),
                handler.stretches,
                "stretches of one transaction each, in turns and in order");
        assertEquals(300, rows(busy));
        assertEquals(1, rows(quiet));
    }

    @Test
    void aLockThatIsHeldStallsItsOwnTenantAlone() {
        Stretches handler = new Stretches();
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
        QuarkusTransaction.requiringNew().run(() -> {
            assertTrue(turns().lock(book, busy));
            onAnotherThread(() -> {
                for (int i = 0; i < 4; i++) {
                    assertTrue(turn.step());
                }
                assertEquals(List.of(from(4, 3)), handler.stretches);
                assertEquals(0, rows(busy));
                assertEquals(3, inbox.count(handler.name()));
                assertEquals(0, setAside.count(handler.name()), "a lock is not held against an event");
            });
        });
        handler.takeAll();
        assertEquals(3, rows(busy));
    }

    @Test
    void aStretchThatFailsIsTakenOneByOne() {
        Stretches handler = new Stretches();
        AtomicLong together = new AtomicLong();
        handler.first = () -> {
            if (together.getAndIncrement() == 0) {
                throw new IllegalArgumentException("Not all of these");
            }
        };
        handler.events(busy, 3);
        handler.copy();
        handler.takeAll();
        assertEquals(List.of(List.of(1L), List.of(2L), List.of(3L)), handler.stretches);
        assertEquals(3, rows(busy));
    }

    @Test
    void whoDiesBeforeTheCommitLeavesEverythingToCome() {
        Stretches handler = new Stretches();
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
        handler.takeAll();
        assertEquals(5, rows(busy));
        assertEquals(0, inbox.count(handler.name()));
    }

    @Test
    void aTurnThatSomebodyHasIsLeftToThem() {
        Stretches handler = new Stretches();
        handler.events(busy, 2);
        handler.copy();
        List<Boolean> meanwhile = new ArrayList<>();
        handler.first = () -> onAnotherThread(() -> meanwhile.add(handler.turn().step()));
        assertTrue(handler.turn().step());
        assertEquals(List.of(false), meanwhile);
        assertEquals(2, rows(busy));
        assertFalse(handler.turn().step());
    }

    @Test
    void twoHandlersOfOneNameDoNotStart() {
        Stretches one = new Stretches();
        IllegalStateException refused = assertThrows(
                IllegalStateException.class,
                () -> new FeedConsumers(
                        List.of(one, one),
                        cursors,
                        inbox,
                        turns(),
                        setAside,
                        tenants,
                        known,
                        tenancy,
                        wall,
                        new SimpleMeterRegistry(),
                        new GivenSettings(false, 1, GivenSettings.KEPT, Optional.empty(), false)));
        assertEquals("Two feed handlers are named " + one.name(), refused.getMessage());
    }
}
