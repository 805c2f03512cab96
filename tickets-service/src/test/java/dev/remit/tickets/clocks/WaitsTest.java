package dev.remit.tickets.clocks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.remit.tickets.testing.EvidencePack;
import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

/** When a wait that a source tells of stops a clock. */
@QuarkusTest
class WaitsTest extends TicketsTest {

    @Test
    void aMessageThatAsksNothingIsNoQuestion() {
        Msp msp = Msp.withLawFirm("2026-06-11T20:00:00Z");
        String id = msp.send("70123", Snapshot.officeMove());
        Snapshot told = Snapshot.officeMove().at("2026-06-11T19:00:00Z").message("m1", "2026-06-11T18:55:00Z", "MSP");
        msp.send("70123", told.status("Waiting Client"));
        msp.awaitRuled(id);
        JsonPath clocks = msp.get("/tickets/" + id + "/clocks");
        assertEquals("NO_QUESTION", clocks.getString("waits[0].counted"));
        assertEquals("QUESTION", clocks.getString("waits[0].judgedBy"));
        assertEquals("RUNNING", clocks.getString("clocks.find { it.clock == 'RESOLUTION' }.state"));
    }

    @Test
    void theStatusIsBelievedWhereTheConnectionDeliversNoMessages() {
        Msp msp = Msp.withLawFirm("2026-06-11T20:00:00Z");
        msp.withoutMessages();
        String id = msp.send("70123", Snapshot.officeMove());
        msp.send("70123", Snapshot.officeMove().at("2026-06-11T19:00:00Z").status("Waiting Client"));
        msp.awaitRuled(id);
        JsonPath clocks =
                msp.awaitUntil("/tickets/" + id + "/clocks", read -> "OPEN".equals(read.getString("waits[0].counted")));
        assertEquals("STATUS", clocks.getString("waits[0].judgedBy"));
        assertEquals("CLIENT", clocks.getString("clocks.find { it.clock == 'RESOLUTION' }.pausedBy"));
        assertEquals("RUNNING", clocks.getString("clocks.find { it.clock == 'RESPONSE' }.state"));
        assertNull(clocks.getString("clocks.find { it.clock == 'RESPONSE' }.notRun"));
    }

    @Test
    void theStatusIsBelievedWhereTheAgreementSaysSo() {
        Msp msp = Msp.sandbox("2026-06-11T20:00:00Z");
        msp.tellClient();
        msp.activate(terms ->
                terms.replace("\"serviceLevels\":", "\"clientWaits\":{\"proof\":\"STATUS\"},\"serviceLevels\":"));
        String id = msp.send("70123", Snapshot.officeMove());
        msp.send("70123", Snapshot.officeMove().at("2026-06-11T19:00:00Z").status("Waiting Client"));
        msp.awaitRuled(id);
        JsonPath clocks =
                msp.awaitUntil("/tickets/" + id + "/clocks", read -> "OPEN".equals(read.getString("waits[0].counted")));
        assertEquals("STATUS", clocks.getString("waits[0].judgedBy"));
        EvidencePack.of(msp.as("auditor"), id)
                .replayed()
                .forEach(finding -> assertEquals(finding.stated(), finding.computed(), finding.subject()));
    }

    @Test
    void aSiteMayHaveTargetsOfItsOwn() {
        Msp msp = Msp.sandbox("2026-06-11T20:00:00Z");
        msp.tellClient();
        msp.activate(terms -> terms.replace(
                "\"serviceLevels\":[",
                "\"serviceLevels\":[{\"clause\":\"5.1\",\"priority\":\"P3\",\"sites\":[\"broad-street\"],\"responseMinutes\":7,"
                        + "\"resolutionMinutes\":70,\"noTarget\":[\"PLAN\",\"UPDATE\"],\"calendar\":\"COVERAGE\"},"));
        String id = msp.send("70123", Snapshot.officeMove());
        msp.awaitRuled(id);
        JsonPath clocks = msp.awaitUntil(
                "/tickets/" + id + "/clocks", read -> !read.getList("clocks").isEmpty());
        assertEquals(7, clocks.getInt("clocks.find { it.clock == 'RESPONSE' }.targetMinutes"));
    }

    @Test
    void anAgreedDateStillAheadPausesAgainWhenATicketIsReopened() {
        Msp msp = Msp.withLawFirm("2026-06-11T21:30:00Z");
        Snapshot asked = Snapshot.officeMove().with("scheduledFor", "2026-06-12T14:00:00Z");
        String id = msp.send("70123", asked.status("Waiting Vendor"));
        msp.send("70123", asked.at("2026-06-11T19:00:00Z").status("Completed"));
        msp.send("70123", asked.at("2026-06-11T20:00:00Z").status("Waiting Vendor"));
        msp.send("70123", asked.at("2026-06-11T21:00:00Z").status("In Progress"));
        msp.awaitRuled(id);
        JsonPath clocks = msp.get("/tickets/" + id + "/clocks");
        assertEquals("PAUSED", clocks.getString("clocks.find { it.clock == 'RESOLUTION' }.state"));
        assertEquals("SCHEDULED", clocks.getString("clocks.find { it.clock == 'RESOLUTION' }.pausedBy"));
    }
}
