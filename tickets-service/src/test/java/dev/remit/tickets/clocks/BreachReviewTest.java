package dev.remit.tickets.clocks;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Excuses of breaches. The agreement excludes what nobody could help from what it promises of responses at P3. */
@QuarkusTest
class BreachReviewTest extends TicketsTest {
    private Msp msp;

    @BeforeEach
    void signedWithExcuses() {
        msp = Msp.withExcuses("2026-06-13T22:00:00Z");
    }

    private String late(Snapshot snapshot) {
        String id = msp.send("70123", snapshot);
        msp.awaitEvents("ClockBreached", 1);
        return id;
    }

    private ValidatableResponse excuse(String id, String clock, String reason) {
        return msp.posting("service-desk")
                .body(Map.of("clock", clock, "cycle", "created", "reason", reason, "note", "The grid was down"))
                .post(Msp.API + "/tickets/" + id + "/excuses")
                .then();
    }

    private ValidatableResponse withdraw(String id, String excuse) {
        return msp.posting("owner")
                .body(Map.of("because", "The power was back"))
                .post(Msp.API + "/tickets/" + id + "/excuses/" + excuse + "/withdraw")
                .then();
    }

    @Test
    void anExcusedBreachStaysABreachAndTheExcuseStandsBesideIt() {
        String id = late(Snapshot.officeMove());
        String excuse = excuse(id, "RESPONSE", "FORCE_MAJEURE")
                .statusCode(201)
                .body("due", equalTo("2026-06-12T13:00:00Z"))
                .body("clause", equalTo("3.1"))
                .body("by.role", equalTo("service-desk"))
                .extract()
                .path("id");

        JsonPath clocks = msp.get("/tickets/" + id + "/clocks");
        assertEquals("BREACHED", clocks.getString("clocks[0].state"));
        assertEquals(excuse, clocks.getString("clocks[0].cycles[0].excuse.id"));
        assertEquals("The grid was down", clocks.getString("clocks[0].cycles[0].excuse.note"));
        assertNull(msp.clocks(id, "2026-06-13T21:00:00Z").get("clocks[0].cycles[0].excuse"));
        assertEquals(
                "FORCE_MAJEURE",
                msp.awaitEvents("BreachExcused", 1).getFirst().get("payload") instanceof Map<?, ?> told
                        ? told.get("reason")
                        : null);
        assertTrue(msp.get("/audit?objectType=breach-excuse").getList("items").size() == 1);
        assertEquals(
                "FORCE_MAJEURE",
                msp.get("/tickets/" + id + "/timeline").getString("items.find { it.kind == 'BREACH_EXCUSED' }.is"));
        assertTrue(partnersView(id, "/timeline").contains("The grid was down"));
    }

    @Test
    void anExcuseIsTakenBackAndStaysOnRecord() {
        String id = late(Snapshot.officeMove());
        String excuse = excuse(id, "RESPONSE", "FORCE_MAJEURE")
                .statusCode(201)
                .extract()
                .path("id");
        excuse(id, "RESPONSE", "FORCE_MAJEURE").statusCode(409);
        msp.clock("2026-06-14T22:00:00Z");
        withdraw(id, excuse).statusCode(200).body("withdrawnBecause", equalTo("The power was back"));
        withdraw(id, excuse).statusCode(409);

        String clocks = "/tickets/" + id + "/clocks";
        assertNull(msp.get(clocks).get("clocks[0].cycles[0].excuse"));
        assertEquals(
                excuse, msp.get(clocks + "?knownAt=2026-06-14T12:00:00Z").getString("clocks[0].cycles[0].excuse.id"));
        assertEquals(
                List.of("BREACH_EXCUSED", "BREACH_EXCUSE_WITHDRAWN"),
                msp.get("/tickets/" + id + "/timeline").getList("items.findAll { it.kind.startsWith('BREACH') }.kind"));
        msp.awaitEvents("BreachExcuseWithdrawn", 1);
        excuse(id, "RESPONSE", "FORCE_MAJEURE").statusCode(201);
    }

    @Test
    void onlyWhatTheAgreementExcludesIsAnExcuse() {
        String id = late(Snapshot.officeMove());
        excuse(id, "RESPONSE", "MAINTENANCE").statusCode(422).body("errors.field", equalTo(List.of("reason")));
        excuse(id, "RESOLUTION", "FORCE_MAJEURE").statusCode(409);
        msp.clock("2026-06-19T22:00:00Z");
        msp.awaitEvents("ClockBreached", 2);
        excuse(id, "RESOLUTION", "FORCE_MAJEURE").statusCode(422);
        withdraw(id, id).statusCode(404);
    }

    @Test
    void thePriorityThatItWasLateAtDecidesWhatMayExcuseIt() {
        String id = late(Snapshot.officeMove());
        msp.send(
                "70123",
                Snapshot.officeMove().at("2026-06-13T21:00:00Z").with("priority", "Priority 1 - Emergency Response"));
        msp.awaitUntil("/tickets/" + id, read -> "P1".equals(read.getString("priority")));
        excuse(id, "RESPONSE", "FORCE_MAJEURE").statusCode(201);
    }

    @Test
    void whatIsWrittenOfAConfidentialTicketIsForTheDeskAlone() {
        String id = late(Snapshot.officeMove().with("confidential", true));
        excuse(id, "RESPONSE", "FORCE_MAJEURE").statusCode(201);
        for (String path : List.of("/clocks", "/timeline")) {
            String shared = partnersView(id, path);
            assertFalse(shared.contains("The grid was down"), shared);
            assertTrue(shared.contains("FORCE_MAJEURE"), shared);
        }
    }

    private String partnersView(String id, String path) {
        return msp.partner().get(Msp.API + "/tickets/" + id + path).asString();
    }
}
