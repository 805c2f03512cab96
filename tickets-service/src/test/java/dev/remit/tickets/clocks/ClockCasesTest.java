package dev.remit.tickets.clocks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.engines.replay.Finding;
import dev.remit.tickets.testing.EvidencePack;
import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Cases in which other products' clocks were wrong, through the service. Cover is Monday to Friday, 9 to 18 in UTC. P1
 * answers in 240 minutes and updates every 60; P2 resolves in 480 and restarts on a change, P3 in 240; P4 promises nothing, P5 two
 * business days by 16:00.
 */
@QuarkusTest
class ClockCasesTest extends TicketsTest {
    private static final String MONDAY = "2026-06-15T";
    private static final Snapshot ASKED = Snapshot.officeMove().created(at("09:00"));
    private static final Snapshot P1 = ASKED.with("priority", "P1");
    private static final Snapshot P2 = ASKED.with("priority", "P2");
    private static final Snapshot P3 = ASKED.with("priority", "P3");

    @Test
    void nobodyWritesSoTheResponseAloneIsOwed() {
        Msp msp = msp("[]");
        String id = send(msp, P1);
        JsonPath clocks = msp.clocks(id, at("12:59"));
        says("RUNNING", clocks, "RESPONSE", "state");
        says(at("13:00"), clocks, "RESPONSE", "due");
        says("NOT_STARTED", clocks, "UPDATE", "state");
        assertNull(clock(clocks, "UPDATE", "due"));
        assertNull(clock(msp.clocks(id, at("13:00")), "RESPONSE", "breachedAt"));
        says(at("13:00"), msp.clocks(id, "2026-06-15T13:00:01Z"), "RESPONSE", "breachedAt");
    }

    @Test
    void theMspAnswersAndIsSilentThen() {
        Msp msp = msp("[]");
        Snapshot written = P1.message("m1", at("09:00"), "CLIENT");
        String id = send(msp, written, written.at(at("09:30")).message("m2", at("09:30"), "MSP"));
        JsonPath clocks = msp.clocks(id, at("13:00"));
        says("BREACHED", clocks, "UPDATE", "state");
        says(at("10:30"), clocks, "UPDATE", "due");
        says(at("10:30"), clocks, "UPDATE", "breachedAt");
    }

    @Test
    void askingAgainGivesTheMspNoMoreTime() {
        Msp msp = msp("[]");
        Snapshot written = P1.message("m0", at("09:00"), "MSP");
        int key = 1;
        for (String time : List.of("09:10", "09:50", "10:40", "11:30", "12:20")) {
            written = written.message("m" + key++, at(time), "CLIENT");
        }
        String id = send(msp, written.at(at("12:20")));
        JsonPath clocks = msp.clocks(id, at("13:20"));
        says(at("10:00"), clocks, "UPDATE", "breachedAt");
        assertEquals(
                1, clocks.getList("clocks.find { it.clock == 'UPDATE' }.cycles").size());
    }

    @Test
    void aResolutionWithoutAMessageAnswers() {
        Msp msp = msp("[]");
        String id = send(msp, P1, P1.at(at("10:00")).status("Completed"));
        JsonPath clocks = msp.clocks(id, "2026-06-16T12:00:00Z");
        says("MET", clocks, "RESPONSE", "state");
        assertEquals(60, (Integer) clock(clocks, "RESPONSE", "consumedMinutes"));
        assertNull(clock(clocks, "RESPONSE", "breachedAt"));
    }

    @Test
    void aStatusThatWaitsIsBelievedWhereNoMessageComesAndAnUpdateThatNothingCanStopIsNotRun() {
        Msp msp = msp("[]");
        msp.withoutMessages();
        String id = send(msp, P1, P1.at(at("10:00")).status("Waiting Client"));
        JsonPath clocks = msp.clocks(id, at("12:00"));
        assertEquals("STATUS", clocks.getString("waits[0].judgedBy"));
        assertEquals("OPEN", clocks.getString("waits[0].counted"));
        says("NOT_RUN", clocks, "UPDATE", "state");
        says("MESSAGES_NOT_DELIVERED", clocks, "UPDATE", "notRun");
    }

    @Test
    void aQuoteThatIsStillOutPausesAReopenedTicketAgain() {
        Msp msp = msp("[]");
        String id = send(msp, P2);
        msp.quoteSent(id, UUID.randomUUID(), at("10:00"));
        send(msp, P2.at(at("11:00")).status("Completed"), P2.at(at("12:00")).status("In Progress"));
        String approval = "clocks.find { it.clock == 'RESOLUTION' }.pausedBy";
        JsonPath clocks = msp.awaitUntil(
                "/tickets/" + id + "/clocks?asOf=" + at("13:00"), read -> "APPROVAL".equals(read.getString(approval)));
        says("PAUSED", clocks, "RESOLUTION", "state");
        assertEquals(60, (Integer) clock(clocks, "RESOLUTION", "consumedMinutes"));
    }

    @Test
    void anAgreedDateThatIsStillAheadPausesAReopenedTicketAgain() {
        Msp msp = msp("[]");
        Snapshot agreed = P2.at(at("10:00")).with("scheduledFor", at("16:00")).status("Waiting Vendor");
        String id = send(
                msp,
                P2,
                agreed,
                agreed.at(at("11:00")).status("Completed"),
                agreed.at(at("12:00")),
                agreed.at(at("13:00")).status("In Progress"));
        JsonPath clocks = msp.clocks(id, at("14:00"));
        says("PAUSED", clocks, "RESOLUTION", "state");
        says("SCHEDULED", clocks, "RESOLUTION", "pausedBy");
        assertEquals(60, (Integer) clock(clocks, "RESOLUTION", "consumedMinutes"));
        says("2026-06-16T14:00:00Z", clocks, "RESOLUTION", "due");
    }

    @Test
    void anotherTimeOfCreationMovesNoBreach() {
        Msp msp = msp("[]");
        String id = send(msp, P3);
        says(at("13:00"), msp.clocks(id, at("13:30")), "RESOLUTION", "breachedAt");
        send(msp, P3.at(at("14:00")).with("createdAt", at("13:30")));
        JsonPath clocks = msp.clocks(id, at("15:00"));
        says("BREACHED", clocks, "RESOLUTION", "state");
        says(at("13:00"), clocks, "RESOLUTION", "breachedAt");
        assertEquals(at("09:00"), msp.ticket(id).getString("createdAt"));
        assertEquals(List.of("CREATION_MOVED"), msp.get("/reviews").getList("items.cause"));
    }

    @Test
    void timeCountsOnAtAPriorityWithoutATarget() {
        Msp msp = msp("[]");
        String id = send(
                msp,
                P3,
                P3.at(at("12:55")).with("priority", "P4"),
                P3.at(at("17:00")),
                P3.at(at("17:04")).status("Completed"));
        JsonPath clocks = msp.clocks(id, at("18:00"));
        says("BREACHED", clocks, "RESOLUTION", "state");
        says(at("17:00"), clocks, "RESOLUTION", "breachedAt");
        assertEquals(480, (Integer) clock(msp.clocks(id, at("17:00")), "RESOLUTION", "consumedMinutes"));
    }

    @Test
    void aLongerTargetRestartsNothing() {
        Msp msp = msp("[]");
        Snapshot facts = P3.at(at("12:50")).message("m1", at("12:50"), "CLIENT");
        String id = send(msp, P3, facts.with("priority", "P2"));
        JsonPath clocks = msp.clocks(id, at("12:50"));
        assertEquals(230, (Integer) clock(clocks, "RESOLUTION", "consumedMinutes"));
        assertEquals(480, (Integer) clock(clocks, "RESOLUTION", "targetMinutes"));
        says(at("17:00"), clocks, "RESOLUTION", "due");
    }

    @Test
    void aDeadlineNamesTheHolidaysThatMovedIt() {
        Msp msp = msp("[\"2026-06-13\",\"2026-06-16\",\"2026-06-17\",\"2026-06-19\"]");
        String id = send(msp, P3.created(at("16:00")));
        JsonPath clocks = msp.clocks(id, at("17:00"));
        says("2026-06-18T11:00:00Z", clocks, "RESOLUTION", "due");
        assertEquals(List.of("2026-06-16", "2026-06-17"), clock(clocks, "RESOLUTION", "holidays"));
    }

    /** Begun on Monday at 16:00, and of that priority from 16:30: Tuesday is a holiday, so Thursday is its second day. */
    @Test
    void aTargetInBusinessDaysIsDueOnItsDayAndIsComputedAgainFromEvidence() {
        Msp msp = msp("[\"2026-06-16\"]");
        Snapshot asked = P2.created(at("16:00"));
        String id = send(msp, asked, asked.at(at("16:30")).with("priority", "P5"));
        JsonPath clocks = msp.clocks(id, at("17:00"));
        says("RUNNING", clocks, "RESOLUTION", "state");
        says("2026-06-18T16:00:00Z", clocks, "RESOLUTION", "due");
        assertEquals(1_080, (Integer) clock(clocks, "RESOLUTION", "targetMinutes"));
        assertEquals(2, (Integer) clock(clocks, "RESOLUTION", "targetBusinessDays"));
        says("16:00", clocks, "RESOLUTION", "targetBy");
        assertEquals(List.of("2026-06-16"), clock(clocks, "RESOLUTION", "holidays"));

        msp.clock("2026-06-18T16:30:00Z");
        msp.awaitEvents("ClockBreached", 1);
        JsonPath breached = msp.clocks(id, "2026-06-18T16:30:00Z");
        says("2026-06-18T16:00:00Z", breached, "RESOLUTION", "breachedAt");

        EvidencePack pack = EvidencePack.of(msp.as("auditor"), id);
        assertEquals(OptionalInt.empty(), pack.firstBroken());
        List<Finding> readings = pack.replayed().stream()
                .filter(finding -> finding.subject().startsWith("reading "))
                .toList();
        assertTrue(readings.stream().anyMatch(finding -> finding.computed()
                .contains("\"targetDays\":{\"businessDays\":2,\"by\":\"16:00\"}")));
        readings.forEach(finding -> assertEquals(finding.stated(), finding.computed(), finding.subject()));
    }

    private static String at(String time) {
        return MONDAY + time + ":00Z";
    }

    private static String send(Msp msp, Snapshot... snapshots) {
        String id = null;
        for (Snapshot snapshot : snapshots) {
            id = msp.send("1", snapshot);
        }
        msp.awaitRuled(id);
        return id;
    }

    private static void says(String expected, JsonPath clocks, String clock, String member) {
        assertEquals(expected, clock(clocks, clock, member), clock + " " + member);
    }

    private static Object clock(JsonPath clocks, String clock, String member) {
        Map<String, Object> one = clocks.getMap("clocks.find { it.clock == '" + clock + "' }");
        return one.get(member);
    }

    private static Msp msp(String holidays) {
        Msp msp = Msp.sandbox("2026-06-16T18:30:00Z");
        msp.tellClient();
        msp.activate(terms -> terms.replace("\"zone\":\"SITE\"", "\"zone\":\"UTC\"")
                .replace("[\"08:30\",\"17:30\"]", "[\"09:00\",\"18:00\"]")
                .replace("[\"2026-06-19\",\"2026-07-03\"]", holidays)
                .replaceFirst("(?s)\"serviceLevels\":\\[.*?],\\s*\"responseEvents\"", """
                        "serviceLevels":[
                          {"clause":"3.1","priority":"P1","responseMinutes":240,"updateMinutes":60,
                           "noTarget":["PLAN","RESOLUTION"],"calendar":"COVERAGE"},
                          {"clause":"3.1","priority":"P2","resolutionMinutes":480,"noTarget":["RESPONSE","PLAN","UPDATE"],
                           "calendar":"COVERAGE","onPriorityChange":"RESTART",
                           "pauses":{"RESOLUTION":["CLIENT","VENDOR","APPROVAL","SCHEDULED"]}},
                          {"clause":"3.1","priority":"P3","resolutionMinutes":240,"noTarget":["RESPONSE","PLAN","UPDATE"],
                           "calendar":"COVERAGE"},
                          {"clause":"3.1","priority":"P4","noTarget":["RESPONSE","PLAN","UPDATE","RESOLUTION"],
                           "calendar":"COVERAGE"},
                          {"clause":"3.1","priority":"P5","noTarget":["RESPONSE","PLAN","UPDATE"],
                           "resolution":{"businessDays":2,"by":"16:00"},"calendar":"COVERAGE"}],
                        "responseEvents\""""));
        return msp;
    }
}
