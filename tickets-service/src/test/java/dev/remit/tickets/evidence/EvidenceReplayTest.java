package dev.remit.tickets.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.engines.replay.Finding;
import dev.remit.tickets.testing.EvidencePack;
import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the evidence of a ticket says is computed again by the engines alone, to the byte. */
@QuarkusTest
class EvidenceReplayTest extends TicketsTest {

    private static EvidencePack evidence(Msp msp, String id) {
        return EvidencePack.of(msp.as("auditor"), id);
    }

    private static void agree(EvidencePack pack, long rulings, long readings) {
        assertEquals(OptionalInt.empty(), pack.firstBroken());
        List<Finding> findings = pack.replayed();
        for (Finding finding : findings) {
            assertEquals(finding.stated(), finding.computed(), finding.subject());
            assertNull(finding.stamp());
        }
        assertEquals(rulings, count(findings, "ruling "));
        assertTrue(count(findings, "reading ") >= readings, findings.toString());
    }

    private static long count(List<Finding> findings, String subject) {
        return findings.stream()
                .filter(finding -> finding.subject().startsWith(subject))
                .count();
    }

    @Test
    void theOfficeMoveFromRulingToResolution() {
        Msp msp = Msp.withLawFirm("2026-06-11T18:00:00Z");
        String id = msp.send("70123", Snapshot.officeMove());
        msp.awaitRuled(id);
        UUID quote = UUID.randomUUID();
        msp.clock("2026-06-11T19:00:00Z");
        msp.quoteSent(id, quote, "2026-06-11T19:00:00Z");
        msp.clock("2026-06-11T19:30:00Z");
        Snapshot answered =
                Snapshot.officeMove().at("2026-06-11T19:30:00Z").message("m1", "2026-06-11T19:30:00Z", "MSP");
        msp.send("70123", answered);
        msp.awaitEvents("ClockMet", 1);
        msp.clock("2026-06-12T14:00:00Z");
        msp.quoteDecided(id, quote, "2026-06-12T14:00:00Z");
        msp.awaitUntil("/tickets/" + id + "/clocks?asOf=2026-06-13T21:15:00Z", clocks -> "2026-06-18T17:00:00Z"
                .equals(clocks.getString("clocks.find { it.clock == 'RESOLUTION' }.due")));
        msp.clock("2026-06-13T21:15:00Z");
        msp.send("70123", answered.at("2026-06-13T21:00:00Z").status("Completed"));
        msp.awaitEvents("ClockMet", 2);
        agree(evidence(msp, id), 1, 2);
    }

    @Test
    void warningsBreachesCorrectionsAndAChangeOfPriority() {
        Msp msp = Msp.withLawFirm("2026-06-12T15:00:00Z");
        String id = msp.send("70123", Snapshot.officeMove());
        msp.awaitEvents("ClockBreached", 1);
        Snapshot late = Snapshot.officeMove().at("2026-06-12T12:00:00Z").message("m1", "2026-06-12T12:00:00Z", "MSP");
        msp.send("70123", late);
        msp.awaitEvents("ClockCorrected", 1);
        msp.clock("2026-06-16T15:00:00Z");
        msp.send("70123", late.at("2026-06-16T14:00:00Z").with("priority", "Priority 2 - Quick Response"));
        msp.awaitEvents("ClockBreached", 2);
        EvidencePack pack = evidence(msp, id);
        agree(pack, 1, 3);
        assertTrue(pack.replayed().stream().anyMatch(finding -> finding.stated().contains("\"state\":\"BREACHED\"")));
    }

    @Test
    void aRulingByHandAndOneForEachFurtherRequest() {
        Msp msp = Msp.withLawFirm("2026-06-11T18:00:00Z");
        String id = msp.send(
                "70123",
                Snapshot.officeMove().with("title", "Printer on 11 jams").without("category"));
        String workItem = msp.awaitRuled(id).getString("workItems[0].id");
        msp.posting("service-desk")
                .body(Map.of("item", "office-move", "reason", "It goes to the new floor"))
                .post(Msp.API + "/tickets/" + id + "/work-items/" + workItem + "/rulings")
                .then()
                .statusCode(201);
        msp.posting("service-desk")
                .body(Map.of("title", "And a password reset"))
                .post(Msp.API + "/tickets/" + id + "/work-items")
                .then()
                .statusCode(201);
        msp.awaitEvents("WorkItemRuled", 3);
        agree(evidence(msp, id), 3, 0);
        msp.posting("owner")
                .body(Map.of("treatment", "INCLUDED", "ground", "GOODWILL", "reason", "A good client"))
                .post(Msp.API + "/tickets/" + id + "/work-items/" + workItem + "/rulings")
                .then()
                .statusCode(201);
        agree(evidence(msp, id), 4, 0);
    }

    @Test
    void theRulesOfTheZoneByWhichTimeWasCounted() {
        Msp msp = Msp.sandbox("2026-06-15T19:00:00Z");
        msp.tellClient();
        msp.activate(terms -> terms.replace("\"SITE\"", "\"Europe/London\""));
        String id = msp.send("70123", Snapshot.officeMove());
        msp.awaitEvents("ClockBreached", 1);
        EvidencePack pack = evidence(msp, id);
        agree(pack, 1, 1);
        String reading = new String(pack.links().getLast().payload(), StandardCharsets.UTF_8);
        assertTrue(reading.contains("\"zone\":\"Europe/London\""), reading);
        assertTrue(reading.contains("\"zones\":[{\"changes\":[],\"offset\":\"+01:00\""), reading);
        assertTrue(reading.contains("\"tzdb\":{\"Europe/London\":"), reading);
        assertFalse(reading.contains("America/New_York"), reading);
    }

    @Test
    void theWordsOfAConfidentialTicketAreNotNeeded() {
        Msp msp = Msp.withLawFirm("2026-06-11T18:00:00Z");
        Snapshot secret = Snapshot.officeMove()
                .with("title", "Project Falcon: office move of the litigation team")
                .with("confidential", true)
                .without("category");
        String id = msp.send("70123", secret);
        msp.awaitRuled(id);
        msp.send("70123", secret.at("2026-06-11T18:01:00Z").with("title", "Cabling and a password for Falcon"));
        msp.awaitEvents("WorkItemRuled", 2);
        String body =
                msp.as("auditor").get(Msp.API + "/tickets/" + id + "/evidence").asString();
        assertFalse(body.contains("Falcon"), body);
        EvidencePack pack = evidence(msp, id);
        agree(pack, 2, 0);
        List<String> verdicts = pack.replayed().stream()
                .filter(finding -> finding.subject().startsWith("ruling "))
                .map(Finding::computed)
                .toList();
        assertTrue(verdicts.getFirst().contains("\"verdict\":\"EXTRA\""), verdicts.getFirst());
        assertTrue(verdicts.getLast().contains("\"basis\":\"UNDECIDED\""), verdicts.getLast());
    }
}
