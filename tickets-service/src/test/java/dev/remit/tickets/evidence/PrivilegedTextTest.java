package dev.remit.tickets.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A ticket that becomes confidential takes its words back from where others than the service desk could read them. */
@QuarkusTest
class PrivilegedTextTest extends TicketsTest {
    private static final String SECRET = "Zanzibar";

    private final Snapshot open = Snapshot.officeMove().with("title", "Project " + SECRET + ": move our office");
    private final Snapshot confidential = open.at("2026-06-11T18:01:00Z").with("confidential", true);

    @Test
    void laterSecrecyHoldsForWhatWasWrittenBefore() {
        Msp msp = Msp.withLawFirm("2026-06-11T18:05:00Z");
        String id = msp.send("70123", open);
        msp.awaitRuled(id);
        msp.posting("service-desk")
                .body(Map.of("title", "The printer of " + SECRET))
                .post(Msp.API + "/tickets/" + id + "/work-items")
                .then()
                .statusCode(201);
        msp.awaitRuled(id);
        msp.awaitEvents("WorkItemRuled", 2);
        for (String part : List.of("", "/rulings", "/evidence")) {
            assertTrue(read(msp, part, id).contains(SECRET), "before: " + part);
        }

        msp.send("70123", confidential);
        List<Map<String, Object>> told = msp.awaitEvents("WorkItemRuled", 4);

        for (String part : List.of("", "/rulings", "/evidence", "/timeline")) {
            assertFalse(read(msp, part, id).contains(SECRET), "after: " + part);
        }
        assertEquals("Project " + SECRET + ": move our office", msp.ticket(id).getString("title"), "at the desk");
        assertFalse(told.subList(2, 4).toString().contains(SECRET), told.toString());
        assertTrue(told.subList(2, 4).toString().contains("confidential=true"), told.toString());
        JsonPath chain = msp.get("/tickets/" + id + "/evidence");
        assertTrue(chain.getBoolean("intact"));
        List<Map<String, Object>> withheld = chain.getList("links.findAll { it.payload == null }");
        assertEquals(
                List.of("SNAPSHOT", "RULING", "RULING"),
                withheld.stream().map(link -> link.get("kind")).toList());
        assertTrue(withheld.stream().allMatch(link -> link.get("salt") == null && link.get("seal") != null));
    }

    @Test
    void whatIsConfidentialFromTheFirstIsToldOnce() {
        Msp msp = Msp.withLawFirm("2026-06-11T18:05:00Z");
        String id = msp.send("70123", confidential);
        msp.awaitRuled(id);
        msp.send("70123", confidential.at("2026-06-11T18:02:00Z").status("In Progress"));
        msp.awaitEvents("TicketChanged", 1);
        msp.awaitRuled(id);
        assertEquals(1, msp.events("WorkItemRuled").size());
    }

    private static String read(Msp msp, String part, String id) {
        return msp.partner()
                .get(Msp.API + "/tickets/" + id + part)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
