package dev.remit.tickets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.engines.evidence.Sha256;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.testing.ExportCheck;
import dev.remit.kit.testing.ExportedLines;
import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExportTest extends TicketsTest {
    @Inject
    EntityManager entities;

    @Inject
    Tenancy tenancy;

    @Test
    void anExportHasWhatTheTenantHasAndNoKey() {
        Msp msp = Msp.withLawFirm("2026-06-11T20:10:00Z");
        msp.awaitRuled(msp.send("70123", Snapshot.officeMove()));

        ExportedLines lines = ExportCheck.hasEveryEntity(msp.tenant, Msp.API + "/export", entities, tenancy);

        JsonNode ruling = lines.of("ruling").getFirst().path("data");
        assertEquals(
                ruling.path("sha256").asText(),
                Sha256.hex(ruling.path("bytes").asText().getBytes(StandardCharsets.UTF_8)));
        JsonNode connection = lines.of("connection").getFirst().path("data");
        assertTrue(connection.has("name"));
        assertFalse(connection.has("signingKey"));
        JsonNode link = lines.of("evidence-link").getFirst().path("data");
        assertTrue(link.has("payload"));
        assertFalse(link.has("salt"));
    }
}
