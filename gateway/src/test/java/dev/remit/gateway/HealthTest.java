package dev.remit.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HealthTest extends GatewayTest {

    @Test
    void healthNeedsNoToken() throws Exception {
        var answer = send(managed("/q/health"));

        assertEquals(200, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("UP"));
    }

    @Test
    void healthAndMetricsAreNotOnThePublicPort() throws Exception {
        assertProblem(send(bare("/q/health")), 404, "not-found");
        assertProblem(send(bare("/q/health/ready")), 404, "not-found");
        assertProblem(send(bare("/q/metrics")), 404, "not-found");
    }

    @Test
    void readinessDoesNotDependOnTheServices() throws Exception {
        contracts.stop();
        tickets.stop();
        billing.stop();

        assertEquals(200, send(managed("/q/health/ready")).statusCode());
    }

    @Test
    void metricsNameRoutesNotPaths() throws Exception {
        get("/api/tickets/v1/tickets/0198c0de-aaaa-7000-8000-000000000009");

        String metrics = send(managed("/q/metrics")).body();

        assertTrue(metrics.contains("uri=\"/api/tickets/*\""), metrics);
        assertTrue(!metrics.contains("0198c0de-aaaa"), metrics);
    }
}
