package dev.remit.tickets.evidence;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.engines.evidence.HashChain;
import dev.remit.tickets.testing.EvidencePack;
import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** A chain of evidence is read a page at a time, goes on from a noted link, and grows with what happens. */
@QuarkusTest
class EvidencePagesTest extends TicketsTest {

    @Test
    void whoNotedALinkGoesOnFromIt() {
        Msp msp = Msp.sandbox("2026-06-11T20:00:00Z");
        Snapshot told = Snapshot.officeMove();
        String id = msp.send("70123", told);
        for (int i = 1; i < 5; i++) {
            msp.send("70123", told.at("2026-06-11T19:00:0" + i + "Z").with("title", "Move, part " + i));
        }
        String path = Msp.API + "/tickets/" + id + "/evidence";
        String noted = msp.as("auditor")
                .get(path + "?limit=2")
                .then()
                .statusCode(200)
                .body("links.position", contains(1, 2))
                .body("next", equalTo(2))
                .extract()
                .path("links[1].hash");
        msp.as("auditor")
                .get(path + "?after=2&limit=2")
                .then()
                .body("previous", equalTo(noted))
                .body("intact", equalTo(true))
                .body("links.position", contains(3, 4))
                .body("next", equalTo(4));
        msp.as("auditor")
                .get(path + "?after=4")
                .then()
                .body("links.position", contains(5))
                .body("next", nullValue());
        msp.as("auditor").get(path + "?after=5").then().statusCode(200).body("links", hasSize(0));
        msp.as("auditor").get(path + "?after=6").then().statusCode(400).body("errors[0].field", equalTo("after"));
    }

    @Test
    void aChainGrowsWithWhatHappensAndNotWithItsSquare() {
        Msp msp = Msp.withLawFirm("2026-06-11T20:00:00Z");
        Snapshot told = Snapshot.officeMove();
        Instant start = Instant.parse("2026-06-11T18:01:00Z");
        for (int i = 0; i < 300; i++) {
            told = told.message("first-" + i, start.plusSeconds(i).toString(), i % 2 == 0 ? "MSP" : "CLIENT");
        }
        String id = msp.send("70123", told);
        msp.awaitRuled(id);
        long once = bytes(EvidencePack.of(msp.as("auditor"), id));
        for (int i = 0; i < 40; i++) {
            String at = start.plusSeconds(1000 + i).toString();
            told = told.at(at).message("later-" + i, at, "MSP");
            msp.send("70123", told);
        }
        EvidencePack pack = EvidencePack.of(msp.as("auditor"), id);
        assertEquals(OptionalInt.empty(), pack.firstBroken());
        assertTrue(bytes(pack) < 2 * once, bytes(pack) + " bytes after " + once);
        assertTrue(pack.replayed().stream().allMatch(finding -> finding.agrees()));
    }

    private static long bytes(EvidencePack pack) {
        return pack.links().stream()
                .map(HashChain.Link::payload)
                .mapToLong(payload -> payload.length)
                .sum();
    }
}
