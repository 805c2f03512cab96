package dev.remit.notifications;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever asks is told what webhooks tell. */
@QuarkusTest
class NotificationFeedTest extends NotificationsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Sql sql;

    private Msp msp;

    @BeforeEach
    void newMsp() {
        msp = new Msp(consumers);
    }

    /** To the byte, under the same ids. */
    @Test
    void itSaysWhatWebhooksSay() throws IOException {
        msp.clientKnown().ticketReceived().breached();
        List<String> bodies = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (JsonNode item : items("?after=0", 2)) {
            String body = "{\"data\":" + item.path("data") + ",\"timestamp\":" + item.path("timestamp") + ",\"type\":"
                    + item.path("type") + "}";
            bodies.add(body);
            ids.add(item.path("id").asText());
        }
        assertEquals(stored("content", row -> new String(row.bytes(1), UTF_8)), bodies);
        assertEquals(stored("id", row -> row.uuid(1).toString()), ids);
    }

    @Test
    void positionsCountOneMspsFromOne() throws IOException {
        Msp other = new Msp(consumers).clientKnown().ticketReceived();
        msp.clientKnown().ticketReceived().breached();
        other.breached();
        msp.breached();
        List<JsonNode> items = items("", 3);
        assertEquals(
                LongStream.rangeClosed(1, 3).boxed().toList(),
                items.stream().map(item -> item.path("position").asLong()).toList());
        JsonNode second = page(feed("?after=1&limit=1"));
        assertEquals(2, second.at("/items/0/position").asLong());
        assertEquals(2, second.path("after").asLong());
        assertTrue(second.path("more").asBoolean());
        JsonNode end = page(feed("?after=3"));
        assertEquals(3, end.path("after").asLong());
        assertFalse(end.path("more").asBoolean());
    }

    @Test
    void filtersAreThoseOfSubscriptions() throws IOException {
        msp.clientKnown().ticketReceived().breached();
        items("", 2);
        assertEquals(List.of("ticket.received"), types("?type=ticket.received"));
        assertEquals(List.of("ticket.received", "clock.breached"), types("?type=ticket.received&type=clock.breached"));
        assertEquals(List.of("clock.breached"), types("?clientCode=" + Msp.CLIENT));
        assertEquals(List.of(), types("?clientCode=somebody-else"));
        JsonNode nothing = page(feed("?clientCode=somebody-else"));
        assertEquals(2, nothing.path("after").asLong(), "what was passed over is not read again");
        feed("?clientCode=").then().statusCode(400);
        feed("?type=clock.stopped").then().statusCode(400).body("errors[0].field", equalTo("type"));
    }

    @Test
    void whoWaitsIsToldWhenSomethingComes() throws Exception {
        msp.clientKnown().ticketReceived();
        items("", 1);
        try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Response> waiting = CompletableFuture.supplyAsync(() -> feed("?after=1&wait=10"), thread);
            msp.breached();
            JsonNode told = page(waiting.get(9, TimeUnit.SECONDS));
            assertEquals("clock.breached", told.at("/items/0/type").asText());
        }
    }

    @Test
    void aTestOfOneSubscriptionIsNotInIt() throws IOException {
        msp.clientKnown();
        String subscription = msp.subscribe(List.of(), List.of()).path("subscription.id");
        once(as(msp.tenant, "owner"))
                .post(API + "/subscriptions/" + subscription + "/deliveries/test")
                .then()
                .statusCode(201);
        msp.ticketReceived();
        assertEquals("ticket.received", items("", 1).getFirst().path("type").asText());
    }

    @Test
    void whatIsKeptNoMoreIsSaidToBeGone() throws IOException {
        msp.clientKnown().ticketReceived();
        items("", 1);
        sql.update("UPDATE feed_tenant_head SET trimmed_through = 1 WHERE tenant_id = ?", msp.tenant);
        feed("?after=0").then().statusCode(410).body("after", equalTo(1));
        feed("?after=1").then().statusCode(200);
    }

    /** Such a client would see other connections' tickets. */
    @Test
    void aMachineClientOfOneConnectionIsRefused() {
        io.restassured.RestAssured.given()
                .auth()
                .oauth2(TestTokens.as("psa-sync")
                        .tenant(msp.tenant)
                        .connection(UUID.randomUUID().toString())
                        .token())
                .get(API + "/feed")
                .then()
                .statusCode(403);
    }

    /** Positions are given soon after the commit. */
    private List<JsonNode> items(String query, int number) throws IOException {
        feed((query.isEmpty() ? "?" : query + "&") + "after=" + (number - 1) + "&wait=10");
        JsonNode page = page(feed(query));
        List<JsonNode> items = new ArrayList<>();
        page.path("items").forEach(items::add);
        assertEquals(number, items.size());
        return items;
    }

    private List<String> types(String query) throws IOException {
        return page(feed(query)).path("items").findValuesAsText("type");
    }

    private Response feed(String query) {
        return as(msp.tenant, "integrator").get(API + "/feed" + query);
    }

    private static JsonNode page(Response answer) throws IOException {
        answer.then().statusCode(200);
        return JSON.readTree(answer.asByteArray());
    }

    private List<String> stored(String column, Sql.RowReader<String> reader) {
        return sql.list("SELECT " + column + " FROM notification WHERE tenant_id = ? ORDER BY id", reader, msp.tenant);
    }
}
