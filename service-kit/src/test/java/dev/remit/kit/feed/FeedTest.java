package dev.remit.kit.feed;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.kit.app.KitTest;
import dev.remit.kit.app.SelfClient;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.testing.TestTenants;
import dev.remit.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FeedTest extends KitTest {
    @Inject
    Feed feed;

    @Inject
    FeedCursors cursors;

    @Inject
    FeedReaders readers;

    @Inject
    FeedRetention retention;

    @Inject
    Sql sql;

    @Inject
    InstantSource clock;

    @RestClient
    SelfClient client;

    private final UUID tenant = TestTenants.fresh();

    private static Response internal(long after, int wait) {
        return given().auth()
                .oauth2(TestTokens.service().token())
                .queryParam("after", after)
                .queryParam("wait", wait)
                .get("/internal/v1/feed");
    }

    private void awaitSequenced() {
        Awaitility.await()
                .until(() -> sql.first(
                                        "SELECT COUNT(*) FROM outbox WHERE tenant_id = ? AND position IS NULL",
                                        row -> row.number(1),
                                        tenant)
                                .orElseThrow()
                        == 0);
    }

    @Test
    void servicesReadEveryTenantsEvents() {
        long start = feed.head();
        String id = make(tenant, "ladder");
        awaitSequenced();
        internal(start, 0)
                .then()
                .statusCode(200)
                .body("items.subject", hasItem(id))
                .body("items.find { it.subject == '" + id + "' }.type", equalTo("GadgetMade"))
                .body("items.find { it.subject == '" + id + "' }.tenant", equalTo(tenant.toString()))
                .body("items.find { it.subject == '" + id + "' }.payload.name", equalTo("ladder"))
                .body("items[0].position", equalTo((int) start + 1))
                .body("head", greaterThanOrEqualTo((int) start + 1));
    }

    @Test
    void waitingReaderIsToldAtOnce() throws Exception {
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            long start = feed.head();
            Future<Response> waiting = threads.submit(() -> internal(start, 10));
            make(tenant, "ladder");
            Response answer = waiting.get(9, TimeUnit.SECONDS);
            answer.then().statusCode(200).body("items.size()", greaterThanOrEqualTo(1));
        }
    }

    @Test
    void waitingEndsWithNothing() {
        internal(Long.MAX_VALUE - 1, 1).then().statusCode(200).body("items", empty());
    }

    @Test
    void tenantsReadTheirOwnEventsOnly() {
        make(TestTenants.fresh(), "crane");
        String id = make(tenant, "ladder");
        awaitSequenced();
        int after = owner(tenant)
                .queryParam("after", 0)
                .get(GADGETS + "/feed")
                .then()
                .statusCode(200)
                .body("items.subject", contains(id))
                .body("items[0].tenant", nullValue())
                .extract()
                .path("after");
        owner(tenant)
                .queryParam("after", after)
                .get(GADGETS + "/feed")
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("after", equalTo(after));
    }

    @Test
    void clientsPassOverFieldsTheyDoNotKnow() {
        long start = feed.head();
        make(tenant, "ladder");
        awaitSequenced();
        String token = "Bearer " + TestTokens.service().token();
        assertEquals(true, client.head(token, start).head() > start);
    }

    @Test
    void feedThatIsKeptForGoodForgetsNothing() {
        make(tenant, "ladder");
        awaitSequenced();
        long kept = feed.head();
        sql.update(
                "UPDATE outbox SET sequenced_at = sequenced_at - INTERVAL ? SECOND WHERE tenant_id = ?",
                GivenSettings.KEPT.plus(Duration.ofHours(1)).toSeconds(),
                tenant);
        new FeedRetention(sql, readers, clock, new GivenSettings(false, 1, GivenSettings.KEPT, Optional.empty(), true))
                .forgetOldEvents();
        internal(kept - 1, 0).then().statusCode(200).body("items.position", hasItem((int) kept));
    }

    @Test
    void eventsWaitForTheSlowestNeighbour() {
        make(tenant, "ladder");
        awaitSequenced();
        long kept = feed.head();
        everyNeighbourHasRead(kept);
        try {
            readAs("neighbour-that-was-away", kept - 1);
            readAs("neighbour-that-was-there", kept);
            forgetWhatIsUpTo(kept);
            readAs("neighbour-that-was-away", kept - 1).then().statusCode(200).body("items[0].position", equalTo((int)
                    kept));
            readAs("neighbour-that-was-away", kept);
            assertEquals(kept - 1, readers.slowest().orElseThrow(), "what was read is noted once a minute");
        } finally {
            everyNeighbourHasRead(kept);
        }
        retention.forgetOldEvents();
        assertEquals(0, countUpTo(kept));
    }

    @Test
    void aNeighbourThatAsksNoMoreIsForgotten() {
        make(tenant, "ladder");
        awaitSequenced();
        long kept = feed.head();
        everyNeighbourHasRead(kept);
        readAs("neighbour-that-is-retired", kept - 1);
        readAs("neighbour-that-is-there", kept);
        assertEquals(kept - 1, readers.slowest().orElseThrow());
        sql.update(
                "UPDATE feed_reader SET asked_at = asked_at - INTERVAL ? SECOND WHERE name = ?",
                FeedReaders.RETIRED.plus(Duration.ofHours(1)).toSeconds(),
                "neighbour-that-is-retired");
        forgetWhatIsUpTo(kept);
        assertTrue(readers.slowest().orElseThrow() >= kept);
        assertEquals(0, countUpTo(kept));
    }

    @Test
    void aTenantsPositionsSayNothingOfOthers() {
        UUID other = TestTenants.fresh();
        make(tenant, "ladder");
        for (int i = 0; i < 5; i++) {
            make(other, "gadget " + i);
        }
        make(tenant, "rope");
        awaitSequenced();
        publicly(tenant, 0).then().body("items.position", contains(1, 2)).body("after", equalTo(2));
        publicly(tenant, 2).then().body("items", hasSize(0)).body("after", equalTo(2));
    }

    private static Response publicly(UUID tenant, long after) {
        return given().auth()
                .oauth2(TestTokens.as("owner").tenant(tenant).token())
                .queryParam("after", after)
                .get(GADGETS + "/feed");
    }

    @Test
    void forgottenEventsAreGoneWithAWayBack() {
        make(tenant, "ladder");
        awaitSequenced();
        long kept = feed.head();
        Awaitility.await().until(() -> cursors.position("gadgets.self") >= kept);
        everyNeighbourHasRead(kept);
        forgetWhatIsUpTo(kept);
        given().auth()
                .oauth2(TestTokens.as("owner").tenant(tenant).token())
                .queryParam("after", 0)
                .get(GADGETS + "/feed")
                .then()
                .statusCode(410)
                .contentType("application/problem+json")
                .body("type", equalTo("https://remit.dev/problems/gone"))
                .body("snapshot", equalTo("/api/gadgets/v1/gadgets"))
                .body("after", equalTo(1));
        internal(kept - 1, 0).then().statusCode(410).body("after", equalTo((int) kept));
        internal(kept, 0).then().statusCode(200);
        assertEquals(0, countUpTo(kept));
    }

    private void forgetWhatIsUpTo(long position) {
        sql.update(
                "UPDATE outbox SET sequenced_at = sequenced_at - INTERVAL ? SECOND WHERE position <= ?",
                GivenSettings.KEPT.plus(Duration.ofHours(1)).toSeconds(),
                position);
        retention.forgetOldEvents();
    }

    private void everyNeighbourHasRead(long position) {
        sql.update("UPDATE feed_reader SET position = ? WHERE position < ?", position, position);
    }

    private long countUpTo(long position) {
        return sql.first("SELECT COUNT(*) FROM outbox WHERE position <= ?", row -> row.number(1), position)
                .orElseThrow();
    }

    private static Response readAs(String neighbour, long after) {
        return given().auth()
                .oauth2(TestTokens.service().username(neighbour).token())
                .queryParam("after", after)
                .get("/internal/v1/feed");
    }
}
