package dev.remit.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest extends GatewayTest {

    @BeforeEach
    void documents() {
        describe(contracts, "contracts");
        describe(tickets, "tickets");
        describe(billing, "billing");
    }

    @Test
    void theDocumentsOfAllServicesAreOne() throws Exception {
        var answer = send(bare("/openapi"));

        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(
                "application/json", answer.headers().firstValue("Content-Type").orElse(""));
        var merged = new JsonObject(answer.body());
        assertEquals("3.1.0", merged.getString("openapi"));
        assertEquals(
                Set.of("/api/contracts/v1/things", "/api/tickets/v1/things", "/api/billing/v1/things"),
                merged.getJsonObject("paths").fieldNames());
        assertTrue(!answer.body().contains("127.0.0.1"), answer.body());
        assertTrue(answer.body().contains(Tokens.issuer() + "/protocol/openid-connect/auth"));
    }

    @Test
    void aServiceThatGoesDownStaysInTheDocumentAndIsNamed() throws Exception {
        assertEquals(200, send(bare("/openapi")).statusCode());
        billing.stop();

        await().atMost(10, SECONDS).until(() -> state("billing").equals("last-seen"));

        var merged = new JsonObject(send(bare("/openapi")).body());
        assertTrue(merged.getJsonObject("paths").containsKey("/api/billing/v1/things"));
        assertTrue(merged.getJsonObject("info").getString("description").contains("billing"));

        billing.start();
        await().atMost(10, SECONDS).until(() -> state("billing").equals("current"));
    }

    @Test
    void aServiceThatDescribesItselfInNonsenseIsNotBelieved() throws Exception {
        assertEquals("current", state("tickets"));

        tickets.does(request -> request.response().end("not json"));
        assertEquals("last-seen", state("tickets"));

        tickets.does(request -> request.response().setStatusCode(500).end("{}"));
        assertEquals("last-seen", state("tickets"));

        tickets.does(request -> {});
        assertEquals("last-seen", state("tickets"));
    }

    private String state(String service) throws Exception {
        return new JsonObject(send(bare("/openapi")).body())
                .getJsonArray("x-remit-services").stream()
                        .map(JsonObject.class::cast)
                        .filter(entry -> entry.getString("name").equals(service))
                        .findFirst()
                        .orElseThrow()
                        .getString("state");
    }

    private static void describe(Upstream upstream, String service) {
        upstream.does(request -> request.response()
                .putHeader("Content-Type", "application/json")
                .end(
                        request.uri().equals("/q/openapi?format=json")
                                ? """
                                {"openapi":"3.1.0","servers":[{"url":"%s"}],
                                 "paths":{"/api/%s/v1/things":{"get":{"operationId":"%sThings"}},"/internal/v1/feed":{"get":{}}}}""".formatted(upstream.origin(), service, service)
                                : "{}"));
    }
}
