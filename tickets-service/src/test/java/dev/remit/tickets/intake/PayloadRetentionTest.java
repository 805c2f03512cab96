package dev.remit.tickets.intake;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.kit.sql.Sql;
import dev.remit.tickets.testing.EvidencePack;
import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What sources sent is forgotten byte for byte, and what was made of it stays. */
@QuarkusTest
class PayloadRetentionTest extends TicketsTest {
    private static final Snapshot AHEAD = Snapshot.officeMove().at("2026-06-11T18:06:00Z");

    @Inject
    PayloadRetention retention;

    @Inject
    InstantSource wall;

    @Inject
    Sql sql;

    @Test
    void oldBytesGoAndFactsAndEvidenceStay() {
        Msp msp = Msp.withLawFirm("2026-06-11T18:00:00Z");
        String id = msp.send("70123", Snapshot.officeMove());
        msp.awaitRuled(id);
        retention.forgetBefore(wall.instant().minusSeconds(3_600));
        assertEquals(1, payloads(msp));

        retention.forgetBefore(tomorrow());
        assertEquals(0, payloads(msp));
        EvidencePack evidence = EvidencePack.of(msp.as("auditor"), id);
        assertEquals(OptionalInt.empty(), evidence.firstBroken());
        evidence.replayed().forEach(finding -> assertEquals(finding.stated(), finding.computed(), finding.subject()));

        assertEquals(id, msp.send("70123", Snapshot.officeMove()));
        assertEquals(1, payloads(msp));
        assertEquals(1, msp.get("/tickets").getList("items").size());
    }

    @Test
    void whatMayBeTakenInAgainWaitsForItsReview() {
        Msp msp = Msp.withLawFirm("2026-06-11T18:00:00Z");
        msp.put("70123", AHEAD).then().statusCode(202);
        String review = msp.get("/reviews").getString("items[0].id");
        retention.forgetBefore(tomorrow());
        assertEquals(1, payloads(msp));

        msp.clock("2026-06-11T18:10:00Z");
        retry(msp, review).statusCode(200);
        retention.forgetBefore(tomorrow());
        assertEquals(0, payloads(msp));
    }

    @Test
    void whatIsGoneIsNotTakenInAgain() {
        Msp msp = Msp.withLawFirm("2026-06-11T18:00:00Z");
        msp.put("70123", AHEAD).then().statusCode(202);
        sql.update("DELETE FROM payload WHERE tenant_id = ?", msp.tenant);
        String review = msp.get("/reviews").getString("items[0].id");
        retry(msp, review).statusCode(409).body("detail", containsString("have the source send it again"));
    }

    private static ValidatableResponse retry(Msp msp, String review) {
        return msp.as("service-desk")
                .contentType("application/json")
                .body(Map.of("reason", "Looked at it"))
                .post(Msp.API + "/reviews/" + review + "/retry")
                .then();
    }

    private Instant tomorrow() {
        return wall.instant().plusSeconds(86_400);
    }

    private long payloads(Msp msp) {
        return sql.first("SELECT COUNT(*) FROM payload WHERE tenant_id = ?", row -> row.number(1), msp.tenant)
                .orElseThrow();
    }
}
