package dev.remit.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.testing.ExportCheck;
import dev.remit.kit.testing.ExportedLines;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExportTest extends BillingTest {
    @Inject
    EntityManager entities;

    @Inject
    Tenancy tenancy;

    @Test
    void anExportHasQuotesLinesAndBatches() {
        LawFirm firm = firm().ruledExtra();
        firm.approved("4000.00");
        firm.recorded(firm.saturday("dana"));
        firm.cutOff("2026-06-30").then().statusCode(200);
        once(as(firm.tenant, "owner"))
                .body("{}")
                .post(API + "/export-batches")
                .then()
                .statusCode(201);

        ExportedLines lines = ExportCheck.hasEveryEntity(firm.tenant, API + "/export", entities, tenancy);

        assertEquals(1, lines.of("export-batch").size());
        assertEquals(1, lines.of("export-batch-part").size());
        assertEquals(
                "APPROVED",
                lines.of("quote").getFirst().path("data").path("status").asText());
    }
}
