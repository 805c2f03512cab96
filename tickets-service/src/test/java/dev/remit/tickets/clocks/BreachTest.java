package dev.remit.tickets.clocks;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is noticed of clocks: once each, when it is due, and corrected where later facts say otherwise. */
@QuarkusTest
class BreachTest extends TicketsTest {

    @Test
    void warningsAndTheBreachComeOnceEachWhileTimeGoesOn() {
        Msp msp = Msp.withLawFirm("2026-06-11T18:00:00Z");
        String id = msp.send("70123", Snapshot.officeMove());
        msp.awaitRuled(id);
        assertEquals(List.of(), msp.events("ClockWarned"));

        msp.clock("2026-06-11T20:00:00Z");
        Map<String, Object> warned = payload(msp.awaitEvents("ClockWarned", 1).getFirst());
        assertEquals("RESPONSE", warned.get("clock"));
        assertEquals(50, warned.get("percent"));
        assertEquals("2026-06-11T20:00:00Z", warned.get("at"));
        assertEquals("2026-06-11T20:00:00Z", warned.get("coveredAt"));
        assertEquals("P3", warned.get("priority"));

        msp.clock("2026-06-12T13:00:00Z");
        msp.awaitEvents("ClockWarned", 3);
        assertEquals(List.of(), msp.events("ClockBreached"), "at its due moment a clock can still be met");

        msp.clock("2026-06-15T15:00:00Z");
        Map<String, Object> breached =
                payload(msp.awaitEvents("ClockBreached", 1).getFirst());
        assertEquals("RESPONSE", breached.get("clock"));
        assertEquals("2026-06-12T13:00:00Z", breached.get("due"));
        assertEquals("2026-06-15T15:00:00Z", breached.get("noticedAt"));

        msp.clock("2026-06-19T15:00:00Z");
        assertEquals(
                "RESOLUTION",
                payload(msp.awaitEvents("ClockBreached", 2).get(1)).get("clock"));
        assertEquals(6, msp.events("ClockWarned").size());
        assertEquals(List.of(), msp.events("ClockCorrected"));
    }

    @Test
    void whatIsNoticedOutsideTheClocksHoursSaysWhenTheyBeginAgain() {
        Msp msp = Msp.withLawFirm("2026-06-13T15:00:00Z");
        msp.send("70123", Snapshot.officeMove());

        Map<String, Object> breached =
                payload(msp.awaitEvents("ClockBreached", 1).getFirst());
        assertEquals("2026-06-13T15:00:00Z", breached.get("noticedAt"));
        assertEquals("2026-06-15T12:30:00Z", breached.get("coveredAt"));
        assertEquals("P3", breached.get("priority"));
        assertEquals(
                "2026-06-15T12:30:00Z",
                payload(msp.awaitEvents("ClockWarned", 3).getFirst()).get("coveredAt"));
    }

    @Test
    void aPriorityThatChangesIsTold() {
        Msp msp = Msp.withLawFirm("2026-06-16T15:00:00Z");
        msp.send("70123", Snapshot.officeMove());
        assertEquals(
                "P3", payload(msp.awaitEvents("TicketReceived", 1).getFirst()).get("priority"));
        msp.send(
                "70123",
                Snapshot.officeMove().at("2026-06-15T15:00:00Z").with("priority", "Priority 2 - Quick Response"));
        assertEquals(
                "P2", payload(msp.awaitEvents("TicketChanged", 1).getFirst()).get("priority"));
    }

    @Test
    void aLateAnswerCorrectsTheBreachAndKeepsIt() {
        Msp msp = Msp.withLawFirm("2026-06-12T15:00:00Z");
        String id = msp.send("70123", Snapshot.officeMove());
        msp.awaitEvents("ClockBreached", 1);

        msp.send(
                "70123", Snapshot.officeMove().at("2026-06-12T12:00:00Z").message("m1", "2026-06-12T12:00:00Z", "MSP"));

        Map<String, Object> corrected =
                payload(msp.awaitEvents("ClockCorrected", 1).getFirst());
        assertEquals("BREACHED 2026-06-12T13:00:00Z", corrected.get("was"));
        assertEquals("NOTHING", corrected.get("is"));
        assertEquals("P3", corrected.get("priority"));
        assertEquals(
                "2026-06-12T12:00:00Z",
                payload(msp.awaitEvents("ClockMet", 1).getFirst()).get("at"));
        assertEquals(1, msp.events("ClockBreached").size());
        List<String> journal =
                msp.get("/tickets/" + id + "/timeline").getList("items.findAll { it.source == 'REMIT' }.kind");
        assertTrue(journal.containsAll(List.of("CLOCK_BREACHED", "CLOCK_CORRECTED", "CLOCK_MET")), journal.toString());
        assertEquals("MET", msp.get("/tickets/" + id + "/clocks").getString("clocks[0].state"));
    }

    @Test
    void readingsTellWhatWasKnownAtATime() {
        Msp msp = Msp.withLawFirm("2026-06-12T15:00:00Z");
        String id = msp.send("70123", Snapshot.officeMove());
        msp.awaitEvents("ClockBreached", 1);
        msp.clock("2026-06-12T16:00:00Z");
        msp.send(
                "70123", Snapshot.officeMove().at("2026-06-12T12:00:00Z").message("m1", "2026-06-12T12:00:00Z", "MSP"));
        msp.awaitEvents("ClockCorrected", 1);

        String asOf = "/tickets/" + id + "/clocks?asOf=2026-06-12T15:30:00Z";
        assertEquals("MET", msp.get(asOf).getString("clocks[0].state"));
        assertEquals("BREACHED", msp.get(asOf + "&knownAt=2026-06-12T15:30:00Z").getString("clocks[0].state"));
    }

    @Test
    void aMomentFurtherOffThanItIsWorthToWalkIsRefusedByName() {
        Msp msp = Msp.withLawFirm("2026-06-12T15:00:00Z");
        String id = msp.send("70123", Snapshot.officeMove());
        msp.awaitRuled(id);
        String path = "/api/tickets/v1/tickets/" + id + "/clocks?asOf=";
        msp.as("service-desk").get(path + "2126-06-12T15:30:00Z").then().statusCode(200);
        msp.as("service-desk")
                .get(path + "9999-12-30T00:00:00Z")
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("asOf")));
    }

    @Test
    void aRaisedPriorityBreachesAtTheChangeAndDowngradingDoesNotLaunderIt() {
        Msp msp = Msp.withLawFirm("2026-06-16T15:00:00Z");
        Snapshot asked = Snapshot.officeMove().message("m1", "2026-06-11T18:05:00Z", "MSP");
        String id = msp.send("70123", asked);
        msp.awaitRuled(id);
        msp.send("70123", asked.at("2026-06-15T15:00:00Z").with("priority", "Priority 2 - Quick Response"));
        Map<String, Object> breached =
                payload(msp.awaitEvents("ClockBreached", 1).getFirst());
        assertEquals("RESOLUTION", breached.get("clock"));
        assertEquals("2026-06-15T15:00:00Z", breached.get("due"));

        msp.send("70123", asked.at("2026-06-15T16:00:00Z"));
        JsonPath clocks = msp.awaitUntil(
                "/tickets/" + id + "/clocks",
                read -> read.getInt("clocks.find { it.clock == 'RESOLUTION' }.targetMinutes") == 2400);
        assertEquals("BREACHED", clocks.getString("clocks.find { it.clock == 'RESOLUTION' }.state"));
        assertEquals(1, msp.events("ClockBreached").size());
        assertEquals(List.of(), msp.events("ClockCorrected"));
    }

    @Test
    void aWaitForTheClientCountsOnlyWithAQuestion() {
        Msp msp = Msp.withLawFirm("2026-06-15T15:00:00Z");
        Snapshot asked = Snapshot.officeMove();
        Snapshot put = asked.at("2026-06-11T19:30:00Z").status("Waiting Client");
        String silent = msp.send("silent", asked);
        msp.send("silent", put);
        String question = msp.send("question", asked);
        msp.send("question", put.question("m2", "2026-06-11T19:25:00Z"));
        msp.awaitRuled(silent);
        msp.awaitRuled(question);
        assertEquals("NO_QUESTION", msp.get("/tickets/" + silent + "/clocks").getString("waits[0].counted"));
        JsonPath counted = msp.awaitUntil(
                "/tickets/" + question + "/clocks", read -> "OPEN".equals(read.getString("waits[0].counted")));
        assertEquals("CLIENT", counted.getString("owner"));
        assertEquals("CLIENT", counted.getString("clocks.find { it.clock == 'RESOLUTION' }.pausedBy"));
    }

    @Test
    void aPriorityForWhichNothingIsPromisedIsListedAndHasNoClock() {
        Msp msp = Msp.withLawFirm("2026-06-15T15:00:00Z");
        String id = msp.send(
                "70123", Snapshot.officeMove().with("priority", "Whenever").status("Parked"));
        JsonPath reviews =
                msp.awaitUntil("/reviews", read -> read.getList("items").size() == 2);
        assertEquals(List.of("status", "priority"), reviews.getList("items.field"));
        assertEquals(List.of("UNKNOWN_NAME", "UNKNOWN_NAME"), reviews.getList("items.cause"));
        assertEquals(false, msp.get("/tickets/" + id + "/clocks").getBoolean("promised"));
        assertNull(msp.ticket(id).get("status"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> payload(Map<String, Object> event) {
        return (Map<String, Object>) event.get("payload");
    }
}
