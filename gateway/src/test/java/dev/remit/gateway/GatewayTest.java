package dev.remit.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;

/** A running gateway with three servers behind it. */
@QuarkusTest
@QuarkusTestResource(GatewayWorld.class)
abstract class GatewayTest {

    static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TestHTTPResource("/")
    URI gateway;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    Upstream contracts;
    Upstream tickets;
    Upstream billing;
    Upstream notifications;

    @BeforeEach
    void upstreams() {
        contracts = Upstream.of("contracts");
        tickets = Upstream.of("tickets");
        billing = Upstream.of("billing");
        notifications = Upstream.of("notifications");
    }

    /** A request without a token. */
    HttpRequest.Builder bare(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path)).timeout(Duration.ofSeconds(20));
    }

    HttpRequest.Builder managed(String path) {
        return HttpRequest.newBuilder(management.resolve(path)).timeout(Duration.ofSeconds(20));
    }

    HttpRequest.Builder desk(String path) {
        return bare(path).header("Authorization", "Bearer " + Tokens.desk());
    }

    static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(desk(path));
    }

    /** The head of a request with a valid token, without the empty line that ends it. */
    static String head(String method, String path) {
        return "%s %s HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer %s\r\n".formatted(method, path, Tokens.desk());
    }

    static JsonObject assertProblem(HttpResponse<String> answer, int status, String slug) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse(""));
        var problem = new JsonObject(answer.body());
        assertEquals("https://remit.dev/problems/" + slug, problem.getString("type"));
        assertEquals(status, problem.getInteger("status"));
        assertFalse(problem.getString("title").isBlank());
        assertFalse(problem.getString("detail").isBlank());
        assertEquals(answer.headers().firstValue("X-Request-Id").orElse("none"), problem.getString("requestId"));
        return problem;
    }
}
