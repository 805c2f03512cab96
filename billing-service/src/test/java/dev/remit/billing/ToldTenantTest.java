package dev.remit.billing;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ToldTenantTest extends BillingTest {
    @Test
    void aTenantThatWasMadeAsASandboxHasAClockThatMoves() {
        LawFirm firm = firm();
        move(firm, 404);
        firm.publish(
                "contracts",
                "TenantChanged",
                firm.tenant,
                Map.of("tenantId", firm.tenant.toString(), "name", "Acme IT", "kind", "SANDBOX", "state", "ACTIVE"));
        move(firm, 200);
    }

    private static void move(LawFirm firm, int status) {
        as(firm.tenant, "owner")
                .body("{\"now\":\"2026-06-11T18:00:00Z\"}")
                .post(API + "/sandbox/clock")
                .then()
                .statusCode(status);
    }
}
