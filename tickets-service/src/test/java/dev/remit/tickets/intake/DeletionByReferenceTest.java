package dev.remit.tickets.intake;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import dev.remit.tickets.testing.Worked;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The word that a ticket or time entry is gone, by its source's key. */
@QuarkusTest
class DeletionByReferenceTest extends TicketsTest {
    private static final String TICKET = "/tickets/by-ref/cw/70123";
    private static final String ENTRY = "/time-entries/by-ref/cw/e1";

    private static ValidatableResponse delete(Msp msp, String role, String path) {
        return msp.as(role).delete(Msp.API + path).then();
    }

    @Test
    void aTicketIsCancelledUntilItsSourceChangesItLater() {
        Msp msp = Msp.withLawFirm("2026-06-11T19:00:00Z");
        String id = msp.send("70123", Snapshot.officeMove());
        msp.awaitRuled(id);
        delete(msp, "psa-sync", TICKET)
                .statusCode(200)
                .body("outcome", equalTo("DELETED"))
                .body("id", equalTo(id));
        msp.awaitUntil("/tickets/" + id, ticket -> ticket.getBoolean("deleted"));
        delete(msp, "psa-sync", TICKET).body("outcome", equalTo("UNCHANGED")).body("id", equalTo(id));
        msp.put("70123", Snapshot.officeMove().at("2026-06-11T18:30:00Z").with("title", "from before"))
                .then()
                .body("outcome", equalTo("DELETED"));
        assertEquals(true, msp.ticket(id).getBoolean("deleted"));

        msp.clock("2026-06-11T20:00:00Z");
        msp.put("70123", Snapshot.officeMove().at("2026-06-11T19:30:00Z"))
                .then()
                .body("outcome", equalTo("UPDATED"));
        msp.awaitUntil("/tickets/" + id, ticket -> !ticket.getBoolean("deleted"));
        delete(msp, "psa-sync", TICKET).body("outcome", equalTo("DELETED"));
    }

    @Test
    void theReceiptShowsWhatIsGoneToWhoeverAsks() {
        Msp msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
        String id = msp.send("70123", Snapshot.officeMove());
        msp.awaitRuled(id);
        msp.putTime("e1", Worked.halfHour("dana", "2026-06-12T16:00:00Z"));
        delete(msp, "psa-sync", ENTRY + "?view=true")
                .body("outcome", equalTo("DELETED"))
                .body("timeEntry.externalId", equalTo("e1"))
                .body("timeEntry.deleted", equalTo(true));
        delete(msp, "psa-sync", ENTRY).body("timeEntry", nullValue());
        delete(msp, "psa-sync", TICKET + "?view=true")
                .body("outcome", equalTo("DELETED"))
                .body("ticket.id", equalTo(id))
                .body("ticket.deleted", equalTo(true));
        delete(msp, "psa-sync", TICKET).body("ticket", nullValue());
        delete(msp, "psa-sync", "/tickets/by-ref/cw/nowhere?view=true")
                .body("outcome", equalTo("DELETED"))
                .body("ticket", nullValue());
    }

    @Test
    void theWordMayComeBeforeTheTicket() {
        Msp msp = Msp.withLawFirm("2026-06-11T19:00:00Z");
        delete(msp, "psa-sync", TICKET)
                .statusCode(200)
                .body("outcome", equalTo("DELETED"))
                .body("id", nullValue());
        String id = msp.put("70123", Snapshot.officeMove())
                .then()
                .body("outcome", equalTo("DELETED"))
                .extract()
                .path("id");
        msp.awaitUntil("/tickets/" + id, ticket -> ticket.getBoolean("deleted"));
    }

    @Test
    void whoDeletedATicketStandsInItsTimeline() {
        Msp msp = Msp.withLawFirm("2026-06-11T18:01:00Z");
        msp.connectDesk();
        String id = msp.putAs("service-desk", "d1", Snapshot.officeMove())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        msp.awaitRuled(id);
        delete(msp, "service-desk", "/tickets/by-ref/desk/d1").body("outcome", equalTo("DELETED"));
        msp.awaitUntil("/tickets/" + id, ticket -> ticket.getBoolean("deleted"));
        Map<String, Object> told = msp.awaitUntil(
                        "/tickets/" + id + "/timeline",
                        timeline -> timeline.get("items.find { it.kind == 'DELETED' }") != null)
                .getMap("items.find { it.kind == 'DELETED' }");
        assertEquals("PERSON", told.get("source"));
        assertNotNull(told.get("by"));
    }

    @Test
    void aTimeEntryIsWithdrawn() {
        Msp msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
        msp.awaitRuled(msp.send("70123", Snapshot.officeMove()));
        String id =
                msp.putTime("e1", Worked.halfHour("e1", "2026-06-12T16:00:00Z")).path("id");
        msp.awaitEvents("TimeEntryRecorded", 1);
        delete(msp, "psa-sync", ENTRY)
                .statusCode(200)
                .body("outcome", equalTo("DELETED"))
                .body("id", equalTo(id));
        List<Map<String, Object>> told = msp.awaitEvents("TimeEntryRecorded", 2);
        assertEquals(id, told.getLast().get("subject"));
        assertEquals(true, msp.get("/time-entries/" + id).getBoolean("deleted"));
        delete(msp, "psa-sync", ENTRY).body("outcome", equalTo("UNCHANGED")).body("id", equalTo(id));
    }

    @Test
    void aTechnicianDeletesTheirOwnTimeAlone() {
        Msp msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
        msp.connectDesk();
        msp.putAs("service-desk", "70123", Snapshot.officeMove().at("2026-06-12T20:00:00Z"))
                .then()
                .statusCode(201);
        Map<String, Object> entry = new HashMap<>(Worked.halfHour("e1", "2026-06-12T16:00:00Z"));
        msp.putTimeAs("service-desk", "desk", "others", entry).then().statusCode(201);
        entry.remove("technician");
        msp.putTimeAs("technician", "desk", "own", entry).then().statusCode(201);
        delete(msp, "technician", "/time-entries/by-ref/desk/own").statusCode(200);
        delete(msp, "technician", "/time-entries/by-ref/desk/others").statusCode(403);
        delete(msp, "technician", "/time-entries/by-ref/desk/nobodys").statusCode(404);
    }

    @Test
    void aPlatformsConnectionTakesItFromItsSyncClientAlone() {
        Msp msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
        delete(msp, "owner", TICKET).statusCode(403);
        delete(msp, "service-desk", ENTRY).statusCode(403);
        delete(msp, "psa-sync", "/tickets/by-ref/nobody/1").statusCode(404);
    }
}
