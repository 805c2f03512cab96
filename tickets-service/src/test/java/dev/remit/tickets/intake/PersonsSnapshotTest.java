package dev.remit.tickets.intake;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people of the MSP send of tickets: marked as theirs, and nothing of the MSP's own doing in the past. */
@QuarkusTest
class PersonsSnapshotTest extends TicketsTest {
    private static final Snapshot NOW = Snapshot.officeMove().at("2026-06-12T18:00:00Z");

    @Test
    void aPlatformsConnectionTakesNoWordOfPeople() {
        Msp msp = msp();
        for (String role : List.of("owner", "service-desk")) {
            msp.as(role)
                    .contentType("application/json")
                    .body(NOW.json())
                    .put(Msp.API + "/tickets/by-ref/cw/70123")
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void aPersonsWordIsMarkedAsThatPersons() {
        Msp msp = msp();
        String ticket = msp.putAs("psa-sync", "1", Snapshot.officeMove()).path("id");
        msp.putAs("service-desk", "1", NOW.status("Completed").message("m1", "2026-06-12T17:58:00Z", "MSP"))
                .then()
                .statusCode(200)
                .body("outcome", equalTo("UPDATED"));
        JsonPath timeline = msp.get("/tickets/" + ticket + "/timeline");
        for (String kind : List.of("STATUS_CHANGED", "PUBLIC_MESSAGE", "RESOLVED")) {
            String item = "items.find { it.kind == '" + kind + "' }";
            assertEquals("PERSON", timeline.getString(item + ".source"), kind);
            assertEquals("service-desk", timeline.getString(item + ".by.login"), kind);
            assertEquals("Test service-desk", timeline.getString(item + ".by.name"), kind);
        }
        assertEquals("PSA", timeline.getString("items.find { it.kind == 'CREATED' }.source"));
        assertTrue(msp.get("/tickets/" + ticket + "/evidence")
                .getString("links.payload")
                .contains("service-desk"));
    }

    @Test
    void nothingOfTheMspsOwnDoingLiesInThePast() {
        Msp msp = msp();
        msp.putAs("psa-sync", "1", Snapshot.officeMove());
        Snapshot backDated = NOW.message("m1", "2026-06-11T18:01:00Z", "MSP");
        refused(msp, backDated, "messages[0].at");
        refused(msp, NOW.with("respondedAt", "2026-06-11T18:01:00Z"), "respondedAt");
        refused(msp, NOW.with("resolvedAt", "2026-06-11T18:01:00Z"), "resolvedAt");
        refused(msp, NOW.at("2026-06-12T17:00:00Z"), "sourceUpdatedAt");
        msp.putAs("psa-sync", "1", backDated.at("2026-06-12T17:30:00Z")).then().statusCode(200);
        msp.putAs("service-desk", "1", backDated).then().statusCode(200);
        msp.putAs("service-desk", "2", NOW.message("m1", "2026-06-12T09:00:00Z", "CLIENT"))
                .then()
                .statusCode(201);
    }

    @Test
    void receiptsOfTicketsSayWhatHappened() {
        Msp msp = msp();
        msp.putAs("psa-sync", "1", Snapshot.officeMove()).then().body("outcome", equalTo("CREATED"));
        msp.putAs("psa-sync", "1", Snapshot.officeMove()).then().body("outcome", equalTo("UNCHANGED"));
        msp.putAs("psa-sync", "1", NOW).then().body("outcome", equalTo("UPDATED"));
        msp.putAs("psa-sync", "1", Snapshot.officeMove().at("2026-06-11T19:00:00Z"))
                .then()
                .body("outcome", equalTo("OLDER"));
    }

    @Test
    void theFirstCreationStandsAndAnotherIsReviewed() {
        Msp msp = msp();
        String id = msp.send("70123", Snapshot.officeMove());
        msp.awaitRuled(id);
        msp.clock("2026-06-30T18:00:00Z");
        msp.awaitUntil("/tickets/" + id + "/clocks", clocks -> "BREACHED"
                .equals(clocks.getString("clocks.find { it.clock == 'RESOLUTION' }.state")));
        String due = msp.get("/tickets/" + id + "/clocks").getString("clocks.find { it.clock == 'RESOLUTION' }.due");
        msp.send("70123", NOW.with("createdAt", "2026-06-12T13:30:00Z"));
        JsonPath reviews =
                msp.awaitUntil("/reviews", read -> !read.getList("items").isEmpty());
        assertEquals(List.of("CREATION_MOVED"), reviews.getList("items.cause"));
        JsonPath clocks = msp.get("/tickets/" + id + "/clocks");
        assertEquals(due, clocks.getString("clocks.find { it.clock == 'RESOLUTION' }.due"));
        assertEquals("BREACHED", clocks.getString("clocks.find { it.clock == 'RESOLUTION' }.state"));
        assertEquals("2026-06-11T18:00:00Z", msp.ticket(id).getString("createdAt"));
    }

    private static void refused(Msp msp, Snapshot snapshot, String field) {
        msp.putAs("service-desk", "1", snapshot).then().statusCode(400).body("errors.field", contains(field));
    }

    private static Msp msp() {
        Msp msp = Msp.withLawFirm("2026-06-12T18:00:00Z");
        msp.connectDesk();
        return msp;
    }
}
