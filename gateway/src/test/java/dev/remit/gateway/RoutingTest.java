package dev.remit.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RoutingTest extends GatewayTest {

    @ParameterizedTest
    @ValueSource(strings = {"contracts", "tickets", "billing", "notifications"})
    void eachServiceGetsItsOwnPathsUnchanged(String service) throws Exception {
        String uri = "/api/" + service + "/v1/things/a%20b%3Fc:1?limit=5&q=%C3%A9%2F..%2F&q=x+y";

        var answer = get(uri);

        assertEquals(200, answer.statusCode());
        assertEquals(service, new JsonObject(answer.body()).getString("service"));
        var asked = List.of(contracts, tickets, billing, notifications).stream()
                .flatMap(upstream -> upstream.seen().stream())
                .toList();
        assertEquals(List.of(uri), asked.stream().map(Upstream.Seen::uri).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE"})
    void methodsPassAsTheyAre(String method) throws Exception {
        var answer = send(desk("/api/tickets/v1/tickets").method(method, BodyPublishers.noBody()));

        assertEquals(200, answer.statusCode());
        assertEquals(method, tickets.only().method());
        assertTrue(answer.headers().map().keySet().stream().noneMatch(name -> name.startsWith("access-control-")));
    }

    @Test
    void bodiesPassAsTheyAre() throws Exception {
        send(desk("/api/tickets/v1/tickets").POST(BodyPublishers.ofString("{\"summary\":\"déménagement\"}")));

        assertEquals("{\"summary\":\"déménagement\"}", new String(tickets.only().body(), StandardCharsets.UTF_8));
        assertEquals("28", tickets.only().headers().get("Content-Length"));
    }

    @Test
    void headKeepsTheLengthAndHasNoBody() throws Exception {
        tickets.does(
                request -> request.response().putHeader("Content-Length", "42").end());

        var answer = send(desk("/api/tickets/v1/tickets/1").HEAD());

        assertEquals(200, answer.statusCode());
        assertEquals("42", answer.headers().firstValue("Content-Length").orElse(""));
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 304, 400, 404, 409, 412, 422, 429, 500, 503})
    void statusesOfTheServicePassAsTheyAre(int status) throws Exception {
        tickets.does(request -> request.response()
                .setStatusCode(status)
                .putHeader("ETag", "\"7\"")
                .end());

        var answer = get("/api/tickets/v1/tickets/1");

        assertEquals(status, answer.statusCode());
        assertEquals("\"7\"", answer.headers().firstValue("ETag").orElse(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/",
                "/api",
                "/api/tickets",
                "/api/users/v1/users",
                "/api/Tickets/v1/tickets",
                "/api/v1/tickets",
                "/internal/v1/feed",
                "/nothing",
                "/webjars/swagger-ui/5.34.1/index.html",
                "/docs/swagger-initializer.js",
                "/q/",
                "/q/openapi",
                "/META-INF/MANIFEST.MF"
            })
    void everythingElseIsNotFound(String path) throws Exception {
        assertProblem(get(path), 404, "not-found");
        assertProblem(send(bare(path)), 404, "not-found");
        assertTrue(tickets.seen().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/tickets/../../internal/v1/feed",
                "/api/tickets/%2e%2e/%2e%2e/internal/v1/feed",
                "/api/tickets/%2E./.%2e/internal/v1/feed",
                "/api/tickets/v1/%252e%252e/%252e%252e/%252e%252e/internal/v1/feed",
                "/api/tickets/v1/%25252e%25252e/internal",
                "/api/tickets/..%2f..%2finternal/v1/feed",
                "/api/tickets/v1%2f..%2f..%2f..%2finternal%2fv1%2ffeed",
                "/api/tickets/..%5c..%5cinternal/v1/feed",
                "/api/tickets/..;/..;/internal/v1/feed",
                "/api/tickets/..;x=1/internal/v1/feed",
                "/api/tickets/..%3b/..%3b/internal/v1/feed",
                "/api/tickets;/../../internal/v1/feed",
                "/api/tickets/v1;a=b/tickets",
                "/api/tickets//internal/v1/feed",
                "/api//tickets/v1/tickets",
                "//api/tickets/v1/tickets",
                "//internal/v1/feed",
                "/api/./tickets/v1/tickets",
                "/./internal/v1/feed",
                "/x/../api/tickets/v1/tickets",
                "/x/%2e%2e/internal/v1/feed",
                "/%69nternal/v1/feed",
                "/%2finternal/v1/feed",
                "/internal;x/v1/feed",
                "/INTERNAL/v1/feed",
                "/%61pi/tickets/v1/tickets",
                "/api/tickets/../../q/metrics",
                "/api/%2e%2e/q/metrics",
                "/api/%63ontracts/v1/clients",
                "/api/tickets/v1/%74ickets",
                "/docs/../q/metrics",
                "/docs/%2e%2e/q/metrics",
                "/docs/./swagger-ui.css",
                "/openapi/../q/health",
                "//q/metrics",
                "/q//metrics",
                "/q/./health",
                "/%71/metrics",
                "/q/%6detrics",
                "/q/%68ealth",
                "/%64ocs",
                "/%2e/openapi",
                "//docs",
                "/api/tickets/v1/%c0%ae%c0%ae/internal",
                "/api/tickets/v1/%00",
                "/api/tickets/v1/a%0d%0aX-Role:%20owner",
                "http://elsewhere/internal/v1/feed",
                "http://127.0.0.1/api/tickets/../../internal/v1/feed"
            })
    void noDisguiseLeadsInside(String path) throws Exception {
        String answer = BareSocket.exchange(gateway, head("GET", path) + "Connection: close\r\n\r\n");

        assertEquals(404, BareSocket.status(answer), answer);
        assertTrue(answer.contains("application/problem+json"), answer);
        assertTrue(contracts.seen().isEmpty()
                && tickets.seen().isEmpty()
                && billing.seen().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/tickets/v1/%", "/api/tickets/v1/%zz/x", "/api/tickets/v1/%2", "/api/tickets/v1/\\..\\x"})
    void whatIsNoAddressIsRefused(String path) throws Exception {
        String answer = BareSocket.exchange(gateway, head("GET", path) + "Connection: close\r\n\r\n");

        assertEquals(400, BareSocket.status(answer), answer);
        assertTrue(tickets.seen().isEmpty());
    }

    @Test
    void anAbsoluteAddressIsSentOnAsAPath() throws Exception {
        String answer = BareSocket.exchange(
                gateway, head("GET", "http://elsewhere/api/tickets/v1/tickets?limit=1") + "Connection: close\r\n\r\n");

        assertEquals(200, BareSocket.status(answer), answer);
        assertEquals("/api/tickets/v1/tickets?limit=1", tickets.only().uri());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "PROPFIND", "BREW"})
    void otherMethodsAreRefused(String method) throws Exception {
        String answer =
                BareSocket.exchange(gateway, head(method, "/api/tickets/v1/tickets") + "Connection: close\r\n\r\n");

        assertEquals(405, BareSocket.status(answer), answer);
        assertTrue(answer.contains("problems/method-not-allowed"), answer);
        assertTrue(tickets.seen().isEmpty());
    }

    @Test
    void theRootLeadsToTheDocs() throws Exception {
        var answer = send(bare("/"));

        assertEquals(303, answer.statusCode());
        assertEquals("/docs", answer.headers().firstValue("Location").orElse(""));
    }
}
