package dev.remit.kit.feed;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
        long start = feed.head();
        make(TestTenants.fresh(), "crane");
        String id = make(tenant, "ladder");
        awaitSequenced();
        int after = owner(tenant)
                .queryParam("after", start)
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
                .body("after", greaterThanOrEqualTo(after));
    }

    @Test
    void clientsPassOverFieldsTheyDoNotKnow() {
        make(tenant, "ladder");
        awaitSequenced();
        long head = client.head("Bearer " + TestTokens.service().token()).head();
        assertEquals(true, head > 0);
    }

    @Test
    void feedThatIsKeptForGoodForgetsNothing() {
        make(tenant, "ladder");
        awaitSequenced();
        long kept = feed.head();
        sql.update(
                "UPDATE outbox SET sequenced_at = sequenced_at - INTERVAL ? SECOND WHERE tenant_id = ?",
                FeedRetention.KEPT.plus(Duration.ofHours(1)).toSeconds(),
                tenant);
        new FeedRetention(sql, clock, true).forgetOldEvents();
        internal(kept - 1, 0).then().statusCode(200).body("items.position", hasItem((int) kept));
    }

    @Test
    void forgottenEventsAreGoneWithAWayBack() {
        make(tenant, "ladder");
        awaitSequenced();
        long kept = feed.head();
        Awaitility.await().until(() -> cursors.position("gadgets.self") >= kept);
        sql.update(
                "UPDATE outbox SET sequenced_at = sequenced_at - INTERVAL ? SECOND WHERE position <= ?",
                FeedRetention.KEPT.plus(Duration.ofHours(1)).toSeconds(),
                kept);
        retention.forgetOldEvents();
        internal(kept - 1, 0)
                .then()
                .statusCode(410)
                .contentType("application/problem+json")
                .body("type", equalTo("https://remit.dev/problems/gone"))
                .body("snapshot", equalTo("/internal/v1/gadgets"))
                .body("detail", containsString(Long.toString(kept)));
        internal(kept, 0).then().statusCode(200);
        assertEquals(
                0,
                sql.first("SELECT COUNT(*) FROM outbox WHERE position <= ?", row -> row.number(1), kept)
                        .orElseThrow());
    }
}
