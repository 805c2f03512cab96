package dev.remit.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HealthTest extends GatewayTest {

    @Test
    void healthNeedsNoToken() throws Exception {
        var answer = send(bare("/q/health"));

        assertEquals(200, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("UP"));
    }

    @Test
    void readinessDoesNotDependOnTheServices() throws Exception {
        contracts.stop();
        tickets.stop();
        billing.stop();

        assertEquals(200, send(bare("/q/health/ready")).statusCode());
    }

    @Test
    void withoutKeysItIsAliveButNotReady() throws Exception {
        try {
            issuer("/keys/hide");
            var answer = send(bare("/q/health/ready"));
            assertEquals(503, answer.statusCode());
            assertTrue(!answer.body().contains("localhost"), answer.body());
            assertEquals(200, send(bare("/q/health/live")).statusCode());
        } finally {
            issuer("/keys/give");
        }
        await().atMost(10, SECONDS).until(() -> send(bare("/q/health/ready")).statusCode() == 200);
    }

    @Test
    void metricsNameRoutesNotPaths() throws Exception {
        get("/api/tickets/v1/tickets/0198c0de-aaaa-7000-8000-000000000009");

        String metrics = send(bare("/q/metrics")).body();

        assertTrue(metrics.contains("uri=\"/api/tickets/*\""), metrics);
        assertTrue(!metrics.contains("0198c0de-aaaa"), metrics);
    }

    private static void issuer(String path) throws Exception {
        URI realm = URI.create(Tokens.issuer());
        assertEquals(200, send(HttpRequest.newBuilder(realm.resolve(path))).statusCode());
    }
}
