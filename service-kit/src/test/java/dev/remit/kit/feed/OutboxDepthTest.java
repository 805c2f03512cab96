package dev.remit.kit.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.kit.app.KitTest;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.testing.Management;
import dev.remit.kit.testing.TestTenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What a scrape says of events that nobody can read yet. */
@QuarkusTest
class OutboxDepthTest extends KitTest {
    @Inject
    Outbox outbox;

    @Inject
    Tenancy tenancy;

    @Inject
    Sql sql;

    @Test
    void growsWhileNothingIsSequencedAndFallsToZero() throws Exception {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> depth() == 0);
        try (ExecutorService elsewhere = Executors.newSingleThreadExecutor()) {
            QuarkusTransaction.requiringNew().run(() -> {
                // Whoever holds the head keeps every sequencer from it.
                sql.list("SELECT head FROM feed_head WHERE id = 1 FOR UPDATE", row -> row.number(1));
                UUID tenant = TestTenants.fresh();
                try {
                    elsewhere
                            .submit(() -> tenancy.runAs(tenant, () -> {
                                outbox.append("Watched", UUID.randomUUID(), Map.of());
                                outbox.append("Watched", UUID.randomUUID(), Map.of());
                            }))
                            .get();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                assertEquals(2, depth());
            });
        }
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> depth() == 0);
    }

    private static int depth() {
        return Management.get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> line.startsWith("remit_outbox_depth "))
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .mapToInt(value -> (int) Double.parseDouble(value))
                .findFirst()
                .orElseThrow();
    }
}
