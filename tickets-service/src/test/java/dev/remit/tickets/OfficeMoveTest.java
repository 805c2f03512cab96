package dev.remit.tickets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The story that the service exists for, with its numbers. */
@QuarkusTest
class OfficeMoveTest extends TicketsTest {
    private static final Snapshot RECEIVED = Snapshot.officeMove().message("m1", "2026-06-11T18:00:00Z", "CLIENT");
    private static final Snapshot ANSWERED =
            RECEIVED.at("2026-06-11T19:30:00Z").status("In Progress").message("m2", "2026-06-11T19:30:00Z", "MSP");
    private static final Snapshot RESOLVED =
            ANSWERED.at("2026-06-13T21:05:00Z").status("Completed").with("resolvedAt", "2026-06-13T21:00:00Z");

    @Test
    void isRuledUnderItsClauseAndClocked() {
        Msp msp = Msp.withLawFirm("2026-06-11T18:00:00Z");
        String id = msp.send("70123", RECEIVED);

        JsonPath ticket = msp.awaitRuled(id);

        JsonPath ruling = ticket.setRootPath("workItems[0].ruling");
        assertEquals("EXTRA", ruling.getString("verdict"));
        assertEquals("PROVISIONAL", ruling.getString("status"));
        assertEquals("office-move", ruling.getString("item"));
        assertEquals("4.2", ruling.getString("clause.id"));
        assertEquals("Moving equipment to other premises is charged by the hour.", ruling.getString("clause.text"));
        assertEquals(msp.documentHash, ruling.getString("agreement.documentHash"));
        assertEquals(msp.contentHash, ruling.getString("agreement.contentHash"));
        assertEquals(List.of("John Beacon", "Eleanor Whitfield"), ruling.getList("agreement.signatories.name"));
        assertTrue(ruling.getBoolean("approvalRequired"));
        assertEquals(1080, ruling.getInt("estimateMinutes"));
        assertEquals("ONSITE", ruling.getString("workType"));
        assertTrue(ruling.getList("reasons.text").size() >= 3);

        JsonPath clocks = msp.clocks(id, "2026-06-11T18:00:00Z");
        assertEquals("2026-06-12T13:00:00Z", due(clocks, "RESPONSE"));
        assertEquals("2026-06-18T13:00:00Z", due(clocks, "RESOLUTION"));
        assertEquals("NO_TARGET", clock(clocks, "PLAN").get("state"));
    }

    @Test
    void waitForApprovalMovesTheResolution() {
        Msp msp = Msp.withLawFirm("2026-06-12T14:00:00Z");
        String id = msp.send("70123", RECEIVED);
        msp.awaitRuled(id);
        UUID quote = UUID.randomUUID();
        msp.quoteSent(id, quote, "2026-06-11T19:00:00Z");
        msp.send("70123", ANSWERED);
        msp.awaitUntil("/tickets/" + id + "/clocks", clocks -> "PAUSED"
                .equals(clock(clocks, "RESOLUTION").get("state")));
        msp.quoteDecided(id, quote, "2026-06-12T14:00:00Z");

        JsonPath clocks = msp.awaitUntil(
                "/tickets/" + id + "/clocks", read -> "2026-06-18T17:00:00Z".equals(due(read, "RESOLUTION")));

        Map<String, Object> response = clock(clocks, "RESPONSE");
        assertEquals("MET", response.get("state"));
        assertEquals("2026-06-11T19:30:00Z", response.get("endedAt"));
        assertEquals(90, response.get("consumedMinutes"));
        assertEquals("APPROVAL", clocks.getString("waits[0].reason"));
        assertEquals("2026-06-12T14:00:00Z", clocks.getString("waits[0].to"));
        assertEquals(240 * 60, clocks.getInt("secondsByOwner.approval"));
        assertEquals(20 * 3600, clocks.getInt("secondsByOwner.total"));
    }

    @Test
    void isResolvedInTimeAndItsTimeIsTold() {
        Msp msp = Msp.withLawFirm("2026-06-11T18:00:00Z");
        String id = msp.send("70123", RECEIVED);
        msp.awaitRuled(id);
        msp.clock("2026-06-11T19:30:00Z");
        msp.send("70123", ANSWERED);
        msp.awaitEvents("ClockMet", 1);
        msp.clock("2026-06-13T21:15:00Z");
        msp.send("70123", RESOLVED);
        msp.putTime("70123-1", saturday("dana", "Dana Ruiz")).then().statusCode(201);
        msp.putTime("70123-2", saturday("miguel", "Miguel Santos")).then().statusCode(201);

        List<Map<String, Object>> told = msp.awaitEvents("TimeEntryRecorded", 2);
        String workItem = msp.ticket(id).getString("workItems[0].id");
        @SuppressWarnings("unchecked")
        Map<String, Object> payload = (Map<String, Object>) told.getFirst().get("payload");
        assertEquals(workItem, payload.get("workItemId"));
        assertEquals(Msp.CLIENT, payload.get("clientCode"));
        assertEquals("America/New_York", payload.get("siteZone"));
        assertEquals("ONSITE", payload.get("workType"));
        assertEquals("BILLABLE", payload.get("billable"));
        assertEquals(1, payload.get("revision"));
        assertEquals(true, payload.get("travel"));
        assertNull(payload.get("workedSeconds"));

        msp.awaitEvents("ClockMet", 2);
        JsonPath clocks = msp.clocks(id, "2026-06-13T21:15:00Z");
        assertEquals("MET", clock(clocks, "RESOLUTION").get("state"));
        assertEquals(0, clocks.getInt("secondsByOwner.vendor"));
        assertEquals(List.of(), msp.events("ClockBreached"));
    }

    @Test
    void tellsOthersWhatItRuled() {
        Msp msp = Msp.withLawFirm("2026-06-11T18:00:00Z");
        String id = msp.send("70123", RECEIVED);

        Map<String, Object> received = msp.awaitEvents("TicketReceived", 1).getFirst();
        Map<String, Object> ruled = msp.awaitEvents("WorkItemRuled", 1).getFirst();

        assertEquals(id, received.get("subject"));
        @SuppressWarnings("unchecked")
        Map<String, Object> payload = (Map<String, Object>) ruled.get("payload");
        assertEquals("70123", payload.get("externalId"));
        assertEquals("cw", payload.get("connection"));
        assertEquals("EXTRA", payload.get("verdict"));
        assertEquals(1, payload.get("sequence"));
        assertEquals("PROVISIONAL", payload.get("status"));
        assertEquals("broad-street", payload.get("siteCode"));
        assertEquals("Move our office to the 12th floor", payload.get("title"));
        assertNotNull(payload.get("rulingId"));
    }

    static Map<String, Object> saturday(String id, String name) {
        return Map.of(
                "sourceUpdatedAt", "2026-06-13T21:10:00Z",
                "ticket", Map.of("externalId", "70123"),
                "technician", Map.of("id", id, "name", name),
                "workType", "On-site",
                "start", "2026-06-13T12:00:00Z",
                "end", "2026-06-13T21:00:00Z",
                "travel", true);
    }

    static Map<String, Object> clock(JsonPath clocks, String kind) {
        return clocks.getMap("clocks.find { it.clock == '" + kind + "' }");
    }

    static String due(JsonPath clocks, String kind) {
        return clocks.getString("clocks.find { it.clock == '" + kind + "' }.due");
    }
}
