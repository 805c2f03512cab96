package dev.remit.kit.health;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.kit.app.KitTest;
import dev.remit.kit.testing.Management;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class HealthTest extends KitTest {
    private static final Duration SOON = Duration.ofSeconds(1);

    @Inject
    ExecutorService requestThreads;

    /** What Quarkus takes where nothing is set. */
    private final int mostThreads = Math.max(200, 8 * Runtime.getRuntime().availableProcessors());

    @Test
    void lifeAndReadinessAreToldWhileEveryThreadOfRequestsIsTaken() throws Exception {
        Management.get("/q/health/ready").then().statusCode(200);
        CountDownLatch taken = new CountDownLatch(mostThreads);
        CountDownLatch free = new CountDownLatch(1);
        try {
            for (int thread = 0; thread < mostThreads; thread++) {
                requestThreads.execute(() -> {
                    taken.countDown();
                    await(free);
                });
            }
            assertTrue(taken.await(20, TimeUnit.SECONDS), "Threads still free: " + taken.getCount());
            assertTimeout(SOON, () -> Management.get("/q/health/live")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("UP")));
            assertTimeout(SOON, () -> Management.get("/q/health/ready").then().statusCode(200));
        } finally {
            free.countDown();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/live", "/q/metrics"})
    void callersSeeNeitherHealthNorMetrics(String path) {
        RestAssured.get(path).then().statusCode(404);
    }

    private static void await(CountDownLatch free) {
        try {
            free.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
