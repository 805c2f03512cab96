package dev.remit.tickets.clocks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Why clocks stand as they do, told beside them and beside what happened. New York, Monday to Friday, 8:30 to 17:30. */
@QuarkusTest
class ClockWordsTest extends TicketsTest {

    @Test
    void aBreachIsToldWithItsHolidayItsWaitAndWhoseTheTimeWas() {
        Msp msp = Msp.withLawFirm("2026-06-24T15:00:00Z");
        String id = msp.send("70123", Snapshot.officeMove());
        Snapshot waiting = Snapshot.officeMove().at("2026-06-12T14:00:00Z").status("Waiting Vendor");
        msp.send("70123", waiting);
        msp.send("70123", waiting.at("2026-06-15T16:00:00Z").status("In Progress"));
        msp.awaitEvents("ClockBreached", 2);

        JsonPath clocks = msp.clocks(id, "2026-06-22T14:00:00Z");
        assertEquals("America/New_York", clocks.getString("zone"));
        assertEquals(
                List.of(
                        "The RESOLUTION clock began on Thu 11 Jun 2026 14:00, when the ticket came in (cw).",
                        "Allowed: 40 h of working time.",
                        "Time counts Mon-Fri 08:30-17:30 in America/New_York.",
                        "Fri 19 Jun 2026 is a holiday by the agreement: no time counts.",
                        "Paused from Fri 12 Jun 2026 10:00 to Mon 15 Jun 2026 12:00, waiting for a supplier (cw)."
                                + " Not counted: 11 h of working time.",
                        "Due on Mon 22 Jun 2026 11:00 if nothing stops or pauses it before. Left: 1 h of working time,"
                                + " 1 h of real time."),
                texts(clocks, "RESOLUTION"));

        JsonPath late = msp.clocks(id, "2026-06-24T15:00:00Z");
        assertEquals(
                "The RESOLUTION clock is late since Mon 22 Jun 2026 11:00: it had used its 40 h and the ticket was not"
                        + " resolved. Of the 261 h since it began: 40 h the MSP's, 11 h a supplier's, 210 h outside the hours"
                        + " of cover.",
                texts(late, "RESOLUTION").getLast());
        Map<String, Integer> seconds = late.getMap("clocks.find { it.clock == 'RESOLUTION' }.cycles[0].secondsByOwner");
        assertEquals(40 * 3600, seconds.get("msp"));
        assertEquals(261 * 3600, seconds.get("total"));
        assertEquals(309 * 3600, late.getInt("clocks.find { it.clock == 'RESOLUTION' }.realSeconds"));
    }

    @Test
    void aDueMomentThatStandsOnlyWhileTheClientIsSilentSaysSo() {
        Msp msp = Msp.withLawFirm("2026-06-15T15:00:00Z");
        String id = msp.send("70123", Snapshot.officeMove());
        msp.send(
                "70123",
                Snapshot.officeMove()
                        .at("2026-06-12T14:00:00Z")
                        .status("Waiting Client")
                        .question("m1", "2026-06-12T14:00:00Z"));
        msp.awaitRuled(id);
        JsonPath clocks = msp.awaitUntil(
                "/tickets/" + id + "/clocks",
                read -> read.getString("clocks.find { it.clock == 'RESOLUTION' }.dueIf.reason") != null);
        assertEquals("CLIENT", clocks.getString("clocks.find { it.clock == 'RESOLUTION' }.dueIf.reason"));
        assertEquals("2026-06-22T14:00:00Z", clocks.getString("clocks.find { it.clock == 'RESOLUTION' }.dueIf.until"));
        assertTrue(
                texts(clocks, "RESOLUTION")
                        .getLast()
                        .contains("only if the client does not answer before Mon 22 Jun 2026"),
                clocks.prettify());
    }

    @Test
    void theTimelineSaysBesideEachEventWhatItDidAndDidNotDo() {
        Msp msp = Msp.withLawFirm("2026-06-15T15:00:00Z");
        String id = msp.send("70123", Snapshot.officeMove());
        Snapshot told = Snapshot.officeMove()
                .with(
                        "messages",
                        List.of(
                                message("auto", "2026-06-11T18:05:00Z", Map.of("automatic", true)),
                                message("note", "2026-06-11T18:10:00Z", Map.of("public", false)),
                                message("answer", "2026-06-11T18:30:00Z", Map.of())));
        msp.send("70123", told.at("2026-06-11T19:00:00Z").status("Waiting Client"));
        msp.send(
                "70123",
                told.at("2026-06-12T15:00:00Z").status("In Progress").with("priority", "Priority 2 - Quick Response"));
        msp.awaitRuled(id);
        JsonPath timeline = msp.awaitUntil("/tickets/" + id + "/timeline?limit=100", read -> read.getList("items.kind")
                .contains("PRIORITY_CHANGED"));

        assertEquals(List.of("DID_NOT_STOP"), codes(timeline, "AUTOMATIC_MESSAGE"));
        assertEquals(List.of("DID_NOT_STOP"), codes(timeline, "INTERNAL_NOTE"));
        assertTrue(codes(timeline, "PUBLIC_MESSAGE").contains("STOPPED"));
        assertEquals(List.of("DID_NOT_PAUSE"), codes(timeline, "STATUS_CHANGED").subList(0, 1));
        assertTrue(codes(timeline, "PRIORITY_CHANGED").contains("CHANGED"));
        String changed = timeline.getString(
                "items.find { it.kind == 'PRIORITY_CHANGED' }.clocks.find { it.code == 'CHANGED' }.text");
        assertTrue(changed.contains("Priority 3 - Normal Response became Priority 2 - Quick Response (cw)"), changed);

        JsonPath shared = JsonPath.from(read(msp.partner(), id, "/timeline?limit=100"));
        assertFalse(shared.getList("items.kind").contains("INTERNAL_NOTE"));
        String clocks = read(msp.partner(), id, "/clocks");
        assertFalse(clocks.contains("INTERNAL_NOTE"), clocks);
        assertTrue(clocks.contains("an automatic answer is no response"), clocks);
        assertTrue(read(msp.as("service-desk"), id, "/clocks").contains("INTERNAL_NOTE"));
    }

    @Test
    void whatWasKnownAndHadHappenedAtATimeIsTold() {
        Msp msp = Msp.withLawFirm("2026-06-12T15:00:00Z");
        String id = msp.send("70123", Snapshot.officeMove());
        msp.awaitEvents("ClockBreached", 1);
        msp.clock("2026-06-12T16:00:00Z");
        msp.send(
                "70123", Snapshot.officeMove().at("2026-06-12T12:00:00Z").message("m1", "2026-06-12T12:00:00Z", "MSP"));
        msp.awaitEvents("ClockCorrected", 1);

        String path = "/tickets/" + id + "/timeline?limit=100";
        assertTrue(kinds(msp, path).containsAll(List.of("PUBLIC_MESSAGE", "CLOCK_BREACHED", "CLOCK_CORRECTED")));
        assertFalse(kinds(msp, path + "&asOf=2026-06-12T11:00:00Z").contains("PUBLIC_MESSAGE"));
        List<String> before = kinds(msp, path + "&knownAt=2026-06-12T15:30:00Z");
        assertTrue(before.contains("CLOCK_BREACHED"), before.toString());
        assertFalse(before.contains("PUBLIC_MESSAGE") || before.contains("CLOCK_CORRECTED"), before.toString());
        JsonPath then = msp.get("/tickets/" + id + "/clocks?knownAt=2026-06-12T15:30:00Z&asOf=2026-06-12T15:30:00Z");
        assertTrue(texts(then, "RESPONSE").getLast().contains("nobody had answered"), then.prettify());
    }

    @Test
    void aClientReadsNoNamesFromWhenTheTicketWasAnothers() {
        Msp msp = Msp.withLawFirm("2026-06-15T15:00:00Z");
        Snapshot anothers = Snapshot.officeMove().with("client", Map.of("externalId", "999"));
        String id = msp.send("70123", anothers);
        msp.send("70123", anothers.at("2026-06-11T19:00:00Z").status("Waiting Vendor"));
        msp.send("70123", Snapshot.officeMove().at("2026-06-12T15:00:00Z").status("Waiting Vendor"));
        msp.awaitRuled(id);
        assertTrue(read(msp.as("service-desk"), id, "/clocks").contains("Waiting Vendor"));
        for (String known : List.of("", "?knownAt=2026-06-15T15:00:00Z")) {
            String shared = read(msp.partner(), id, "/clocks" + known);
            assertTrue(shared.contains("waiting for a supplier."), shared);
            assertFalse(shared.contains("Waiting Vendor"), shared);
        }
    }

    @Test
    void aConfidentialTicketsWordsStayOut() {
        Msp msp = Msp.withLawFirm("2026-06-15T15:00:00Z");
        Snapshot secret = Snapshot.officeMove().with("confidential", true).with("title", "Merger with Crane");
        String id = msp.send("70123", secret);
        msp.send("70123", secret.at("2026-06-12T15:00:00Z").with("title", "Merger with Crane, part 2"));
        msp.awaitRuled(id);
        for (RequestSpecification reader : List.of(msp.partner(), msp.as("technician"))) {
            assertFalse(read(reader, id, "/clocks").contains("Merger"));
        }
        assertFalse(read(msp.partner(), id, "/timeline").contains("Merger"));
    }

    @Test
    void aTicketUnderNoTermsSaysSo() {
        Msp msp = Msp.withLawFirm("2026-06-15T15:00:00Z");
        String id = msp.send("70123", Snapshot.officeMove().with("priority", "Whenever"));
        msp.awaitRuled(id);
        assertEquals(List.of("NO_TERMS"), msp.get("/tickets/" + id + "/clocks").getList("explanation.code"));
    }

    @Test
    void anyOrderAndRepetitionGivesTheSameBytes() {
        Snapshot asked = Snapshot.officeMove();
        List<Snapshot> told = List.of(
                asked,
                asked.at("2026-06-11T19:00:00Z").message("m1", "2026-06-11T18:30:00Z", "MSP"),
                asked.at("2026-06-11T20:00:00Z").status("Waiting Client").message("m1", "2026-06-11T18:30:00Z", "MSP"),
                asked.at("2026-06-12T14:00:00Z")
                        .status("Waiting Vendor")
                        .with("priority", "Priority 2 - Quick Response"),
                asked.at("2026-06-12T16:00:00Z").status("Completed"));
        List<String> answers = new ArrayList<>();
        for (int seed = 0; seed < 2; seed++) {
            Msp msp = Msp.withLawFirm("2026-06-15T15:00:00Z");
            List<Snapshot> order = new ArrayList<>(told);
            order.addAll(told);
            Collections.shuffle(order, new Random(seed));
            String id = msp.send("70123", asked);
            order.forEach(snapshot -> msp.send("70123", snapshot));
            msp.awaitUntil("/tickets/" + id, ticket -> "RESOLVED".equals(ticket.getString("status")));
            msp.awaitRuled(id);
            answers.add(read(msp.as("service-desk"), id, "/clocks").replace(id, "ID"));
        }
        assertEquals(answers.get(0), answers.get(1));
    }

    private static Map<String, Object> message(String key, String at, Map<String, Object> more) {
        Map<String, Object> message = new HashMap<>(Map.of("key", key, "at", at, "from", "MSP", "public", true));
        message.putAll(more);
        return message;
    }

    private static List<String> kinds(Msp msp, String path) {
        return msp.get(path).getList("items.kind");
    }

    private static String read(RequestSpecification reader, String id, String what) {
        return reader.get(Msp.API + "/tickets/" + id + what)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static List<String> texts(JsonPath clocks, String clock) {
        return clocks.getList("clocks.find { it.clock == '" + clock + "' }.explanation.text");
    }

    private static List<String> codes(JsonPath timeline, String kind) {
        return timeline.getList("items.find { it.kind == '" + kind + "' }.clocks.code");
    }
}
