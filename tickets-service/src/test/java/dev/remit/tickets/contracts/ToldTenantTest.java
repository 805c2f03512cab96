package dev.remit.tickets.contracts;

import static org.awaitility.Awaitility.await;

import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Neighbours;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ToldTenantTest extends TicketsTest {
    @Test
    void aTenantThatWasMadeAsASandboxHasAClockThatMoves() {
        Msp msp = Msp.empty();
        move(msp, 404);
        Neighbours.CONTRACTS.publish(
                "TenantChanged",
                msp.tenant,
                Map.of("tenantId", msp.tenant.toString(), "name", "Acme IT", "kind", "SANDBOX", "state", "ACTIVE"));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> move(msp, 200));
    }

    private static void move(Msp msp, int status) {
        msp.as("owner")
                .contentType("application/json")
                .body(Map.of("now", "2026-06-11T18:00:00Z"))
                .post(Msp.API + "/sandbox/clock")
                .then()
                .statusCode(status);
    }
}
