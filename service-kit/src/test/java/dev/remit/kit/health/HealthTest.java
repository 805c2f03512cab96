package dev.remit.kit.health;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.kit.app.KitTest;
import dev.remit.kit.sql.SqlFailure;
import dev.remit.kit.testing.Management;
import dev.remit.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class HealthTest extends KitTest {
    private static final Duration SOON = Duration.ofSeconds(1);

    @Inject
    ExecutorService requestThreads;

    @Inject
    DataSource pool;

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int mostConnections;

    /** What Quarkus takes where nothing is set. */
    private final int mostThreads = Math.max(200, 8 * Runtime.getRuntime().availableProcessors());

    @Test
    void lifeAndReadinessAreToldWhileEveryThreadOfRequestsIsTaken() throws Exception {
        Management.get("/q/health/ready").then().statusCode(200);
        whileEveryThreadOfRequestsIsTaken(() -> {
            assertTimeout(SOON, () -> Management.get("/q/health/live")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("UP")));
            for (String path : List.of("/q/health/ready", "/q/health", "/q/metrics")) {
                assertTimeout(SOON, () -> Management.get(path).then().statusCode(200), path);
            }
        });
    }

    @Test
    void aNeighboursFeedIsAnsweredWhileEveryThreadOfRequestsIsTaken() throws Exception {
        Response oldest = feed(0);
        long after = oldest.statusCode() == 410 ? oldest.jsonPath().getLong("after") : 0;
        feed(after).then().statusCode(200);
        whileEveryThreadOfRequestsIsTaken(() ->
                assertTimeout(Duration.ofSeconds(5), () -> feed(after).then().statusCode(200)));
    }

    private static Response feed(long after) {
        return given().auth()
                .oauth2(TestTokens.service().token())
                .queryParam("after", after)
                .get("/internal/v1/feed");
    }

    private void whileEveryThreadOfRequestsIsTaken(Runnable look) throws InterruptedException {
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
            look.run();
        } finally {
            free.countDown();
        }
    }

    @Test
    void aPoolWhoseConnectionsAreAllInUseMakesNobodyUnready() throws Exception {
        List<Connection> held = new ArrayList<>();
        try {
            Awaitility.await().untilAsserted(() -> {
                while (held.size() < mostConnections) {
                    held.add(pool.getConnection());
                }
            });
            assertTimeout(SOON, () -> Management.get("/q/health/ready")
                    .then()
                    .statusCode(200)
                    .body("checks.find { it.name == 'database' }.status", equalTo("UP")));
            SQLException exhausted = assertThrows(SQLException.class, pool::getConnection);
            assertTrue(SqlFailure.isWithoutConnection(exhausted), exhausted.toString());
        } finally {
            for (Connection connection : held) {
                connection.close();
            }
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
