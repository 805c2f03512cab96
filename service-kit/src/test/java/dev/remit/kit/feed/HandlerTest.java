package dev.remit.kit.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.remit.kit.app.KitTest;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.tenants.KnownTenants;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What becomes of a neighbour's events once they are copied, with a neighbour that says what a test tells it. */
abstract class HandlerTest extends KitTest {
    private static final String WORDS = "Half a character: \ud83d, a whole one: \ud83d\udd27, and the plain rest";

    @Inject
    FeedCursors cursors;

    @Inject
    FeedInbox inbox;

    @Inject
    SetAsideEvents setAside;

    @Inject
    TenantEvents tenants;

    @Inject
    KnownTenants known;

    @Inject
    Tenancy tenancy;

    @Inject
    Sql sql;

    @Inject
    InstantSource wall;

    private final AtomicLong looks = new AtomicLong();

    /** Makes a row for each event; a second one for the same event would break the key. */
    abstract class Rows implements FeedHandler<Void> {
        final List<FeedEvent> events = new ArrayList<>();
        private final String name = "rows." + UUID.randomUUID();

        /** The neighbour says one thing more. @return its position */
        long event(UUID tenant, UUID subject) {
            events.add(new FeedEvent(
                    events.size() + 1,
                    "Made",
                    tenant,
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
            return new FeedPage(
                    events.stream()
                            .filter(event -> event.position() > after)
                            .limit(limit)
                            .toList(),
                    events.size());
        }

        @Override
        public void apply(FeedEvent event, Void prepared) {
            assertEquals(events.get((int) event.position() - 1), event);
            sql.update(
                    "INSERT INTO signed_gadget (id, tenant_id) VALUES (?, ?)",
                    UUID.nameUUIDFromBytes((name + event.position()).getBytes(StandardCharsets.UTF_8)),
                    tenancy.current());
        }

        FeedConsumer consumer() {
            return new FeedConsumer(this, cursors, inbox, turns(), setAside, tenants, wall);
        }

        FeedTurn<Void> turn() {
            return new FeedTurn<>(this, inbox, turns(), setAside, tenancy);
        }

        /** Copies what there is. */
        void copy() {
            FeedConsumer consumer = consumer();
            while (consumer.step(0) > 0) {
                // The next page.
            }
        }

        /** Takes turns as loops do until nothing is left. */
        void takeAll() {
            FeedTurn<Void> turn = turn();
            while (turn.step()) {
                // The next turn.
            }
        }
    }

    /** Time goes on by a minute with each look, so that no pause is waited for. */
    FeedTurns turns() {
        return new FeedTurns(sql, () -> wall.instant().plusSeconds(60 * looks.incrementAndGet()));
    }

    long rows(UUID of) {
        return sql.first("SELECT COUNT(*) FROM signed_gadget WHERE tenant_id = ?", row -> row.number(1), of)
                .orElseThrow();
    }

    static void onAnotherThread(Runnable work) {
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            thread.submit(work).get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
