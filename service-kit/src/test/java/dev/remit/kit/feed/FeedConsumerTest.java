package dev.remit.kit.feed;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.remit.kit.app.KitTest;
import dev.remit.kit.app.SelfClient;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.testing.Management;
import dev.remit.kit.testing.TestTenants;
import dev.remit.kit.testing.TestTokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FeedConsumerTest extends KitTest {
    @Inject
    FeedCursors cursors;

    @Inject
    FeedInbox inbox;

    @Inject
    FeedTurns turns;

    @Inject
    SetAsideEvents setAside;

    @Inject
    TenantEvents tenants;

    @Inject
    InstantSource clock;

    @Inject
    Tenancy tenancy;

    @Inject
    Sql sql;

    @RestClient
    SelfClient self;

    private final UUID tenant = TestTenants.fresh();

    /** Makes a row for each event; a second one for the same event would break the key. */
    private class Rows implements FeedHandler<Boolean> {
        private final String name = "rows." + UUID.randomUUID();
        final List<FeedEvent> events = new ArrayList<>();
        long failAt;

        void event(String type) {
            events.add(new FeedEvent(
                    events.size() + 1,
                    type,
                    tenant,
                    UUID.randomUUID(),
                    Instant.parse("2026-06-20T12:00:00Z"),
                    JsonNodeFactory.instance.objectNode()));
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public FeedPage fetch(long after, int limit, int waitSeconds) {
            assertFalse(QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION);
            List<FeedEvent> items = events.stream()
                    .filter(event -> event.position() > after)
                    .limit(10)
                    .toList();
            return new FeedPage(items, events.size());
        }

        @Override
        public boolean wants(String type) {
            return "Wanted".equals(type);
        }

        @Override
        public Boolean prepare(FeedEvent event) {
            return QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION;
        }

        @Override
        public void apply(FeedEvent event, Boolean preparedInTransaction) {
            assertFalse(preparedInTransaction);
            assertTrue(QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION);
            assertEquals(tenant, tenancy.current());
            sql.update("INSERT INTO signed_gadget (id, tenant_id) VALUES (?, ?)", event.subject(), tenant);
            if (event.position() == failAt) {
                throw new IllegalArgumentException("Not now");
            }
        }

        FeedConsumer consumer() {
            return new FeedConsumer(this, cursors, inbox, turns, setAside, tenants, clock);
        }

        FeedTurn<Boolean> turn() {
            return new FeedTurn<>(this, inbox, turns, setAside, tenancy);
        }

        /** Copies what there is and takes it, as one replica does. */
        void drain() {
            FeedConsumer consumer = consumer();
            FeedTurn<Boolean> turn = turn();
            while (consumer.step(0) > 0 || turn.step()) {
                // The next page, the next turn.
            }
        }
    }

    private long rows() {
        return sql.first("SELECT COUNT(*) FROM signed_gadget WHERE tenant_id = ?", row -> row.number(1), tenant)
                .orElseThrow();
    }

    @Test
    void everyWantedEventTakesEffectOnceInOrder() {
        Rows handler = new Rows();
        for (int i = 0; i < 25; i++) {
            handler.event(i % 5 == 0 ? "Other" : "Wanted");
        }
        handler.drain();
        handler.drain();
        assertEquals(20, rows());
        assertEquals(25, cursors.position(handler.name()));
        assertEquals(0, handler.consumer().lag());
    }

    @Test
    void failingEventLeavesNothingAndIsTakenAgain() {
        Rows handler = new Rows();
        handler.event("Wanted");
        handler.event("Wanted");
        handler.event("Wanted");
        handler.failAt = 2;
        handler.drain();
        assertEquals(1, rows());
        assertEquals(2, inbox.count(handler.name()));
        assertEquals(1, turns.paused(handler.name()));
        handler.failAt = 0;
        Awaitility.await().untilAsserted(() -> {
            handler.drain();
            assertEquals(3, rows());
        });
        assertEquals(0, turns.paused(handler.name()));
    }

    @Test
    void jumpInTheFeedStopsTheConsumer() {
        Rows handler = new Rows();
        handler.event("Wanted");
        handler.event("Wanted");
        handler.events.removeFirst();
        FeedConsumer consumer = handler.consumer();
        assertThrows(IllegalStateException.class, () -> consumer.step(0));
        assertEquals(0, rows());
        assertEquals(0, cursors.position(handler.name()));
    }

    @Test
    void lagTellsHowFarBehindItIsUntilItHasCaughtUp() {
        Rows handler = new Rows();
        FeedConsumer consumer = handler.consumer();
        consumer.step(0);
        assertEquals(0, consumer.lag());

        for (int i = 0; i < 25; i++) {
            handler.event("Wanted");
        }
        while (consumer.step(0) > 0) {
            assertEquals(25, consumer.lag(), "what waits in the inbox counts");
        }
        handler.drain();
        assertEquals(0, consumer.lag());

        handler.event("Wanted");
        handler.event("Wanted");
        handler.event("Wanted");
        handler.failAt = 27;
        handler.drain();
        consumer.step(0);
        assertEquals(2, consumer.lag(), "one was taken, two were not");
    }

    @Test
    void lagIsTheOthersWorkTooWhereTwoReplicasShareACursor() {
        Rows handler = new Rows();
        FeedConsumer idle = handler.consumer();
        for (int i = 0; i < 25; i++) {
            handler.event("Wanted");
        }
        idle.step(0);
        assertEquals(25, idle.lag());
        handler.drain();
        idle.step(0);
        assertEquals(0, idle.lag());
    }

    @Test
    void twoReplicasTakeEachEventOnce() throws Exception {
        Rows handler = new Rows();
        for (int i = 0; i < 40; i++) {
            handler.event("Wanted");
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<?>> replicas = List.of(threads.submit(handler::drain), threads.submit(handler::drain));
            for (Future<?> replica : replicas) {
                replica.get(30, TimeUnit.SECONDS);
            }
        }
        assertEquals(40, rows());
        assertEquals(40, cursors.position(handler.name()));
    }

    @Test
    void waitForNewsOverHttpIsCutShort() throws Exception {
        Listener handler = new Listener();
        FeedConsumer consumer = new FeedConsumer(handler, cursors, inbox, turns, setAside, tenants, clock);
        try (ExecutorService elsewhere = Executors.newSingleThreadExecutor()) {
            Future<Integer> step = elsewhere.submit(() -> consumer.step(10));
            assertTrue(handler.asks.await(30, TimeUnit.SECONDS));
            Awaitility.await().untilAsserted(() -> {
                consumer.stopWaiting();
                assertTrue(step.isDone());
            });
            assertThrows(ExecutionException.class, step::get);
        }
        assertEquals(0, cursors.position(handler.name()));
    }

    /** Waits for news behind everything that there is. */
    private class Listener implements FeedHandler<Void> {
        private final String name = "listener." + UUID.randomUUID();
        final CountDownLatch asks = new CountDownLatch(1);

        @Override
        public String name() {
            return name;
        }

        @Override
        public FeedPage fetch(long after, int limit, int waitSeconds) {
            asks.countDown();
            return self.read("Bearer " + TestTokens.service().token(), Long.MAX_VALUE - 1, limit, waitSeconds);
        }

        @Override
        public void apply(FeedEvent event, Void prepared) {
            throw new IllegalStateException("Nothing comes after the end");
        }
    }

    @Test
    void handlerBeanFollowsTheFeedOverHttp() {
        UUID id = UUID.fromString(make(tenant, "ladder"));
        Awaitility.await().until(() -> dev.remit.kit.app.Watched.times(id) == 1);
    }

    @Test
    void healthAndMetricsShowTheLag() {
        Management.get("/q/health/well")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.name.flatten()", org.hamcrest.Matchers.hasItem("feeds"))
                .body("checks.find { it.name == 'feeds' }.data.'gadgets.self.setAside'", equalTo(0));
        Management.get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("remit_feed_lag{consumer=\"gadgets.self\""))
                .body(containsString("remit_feed_silence_seconds{consumer=\"gadgets.self\""))
                .body(containsString("remit_feed_set_aside{consumer=\"gadgets.self\""))
                .body(containsString("remit_feed_paused{consumer=\"gadgets.self\""));
    }

    @Test
    void livenessWatchesTheLoops() {
        Management.get("/q/health/live")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'loops' }.status", equalTo("UP"));
    }
}
