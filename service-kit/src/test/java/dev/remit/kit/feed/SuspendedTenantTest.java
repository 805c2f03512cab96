package dev.remit.kit.feed;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.remit.kit.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Nothing of a suspended tenant is served, and nothing of it is lost. */
@QuarkusTest
class SuspendedTenantTest extends HandlerTest {
    private static final String CLOCK = "/api/gadgets/v1/sandbox/clock";

    private final UUID tenant = TestTenants.fresh();
    private final UUID other = TestTenants.fresh();

    private class Neighbour extends Rows {
        @Override
        public boolean wants(String type) {
            return type.equals("Made");
        }

        void tells(UUID of, String state) {
            events.add(new FeedEvent(
                    events.size() + 1,
                    "TenantChanged",
                    of,
                    of,
                    wall.instant(),
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("tenantId", of.toString())
                            .put("name", "Acme IT")
                            .put("kind", "REAL")
                            .put("state", state)));
            copy();
            takeAll();
        }
    }

    @Test
    void itsRequestsAreRefusedWithinFiveSeconds() {
        Neighbour contracts = new Neighbour();
        owner(tenant).get(CLOCK).then().statusCode(200);
        contracts.tells(tenant, "SUSPENDED");
        Awaitility.await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> owner(tenant)
                .get(CLOCK)
                .then()
                .statusCode(403)
                .body("type", equalTo("https://remit.dev/problems/tenant-suspended")));
        owner(other).get(CLOCK).then().statusCode(not(403));
        contracts.tells(tenant, "ACTIVE");
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> owner(tenant).get(CLOCK).then().statusCode(200));
    }

    @Test
    void whatIsToldOfItRestsAndThenTakesEffect() {
        Neighbour contracts = new Neighbour();
        contracts.tells(tenant, "SUSPENDED");
        contracts.event(tenant, UUID.randomUUID());
        contracts.event(other, UUID.randomUUID());
        contracts.copy();
        contracts.takeAll();
        assertEquals(0, rows(tenant));
        assertEquals(1, rows(other));
        contracts.tells(tenant, "ACTIVE");
        assertEquals(1, rows(tenant));
    }
}
