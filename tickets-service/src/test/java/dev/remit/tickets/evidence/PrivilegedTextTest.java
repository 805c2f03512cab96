package dev.remit.tickets.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void internalNotesAreInNoEvidence() {
        Msp msp = Msp.withLawFirm("2026-06-11T19:00:00Z");
        Map<String, Object> note =
                Map.of("key", "note-of-the-desk", "at", "2026-06-11T18:17:19Z", "from", "MSP", "public", false);
        Map<String, Object> question =
                Map.of("key", "question-of-the-desk", "at", "2026-06-11T18:20:00Z", "from", "MSP", "public", true);
        String id = msp.send("70123", open.with("messages", List.of(note, question)));
        msp.awaitRuled(id);
        String evidence = read(msp, "/evidence", id);
        assertTrue(evidence.contains("question-of-the-desk"), evidence);
        for (String trace : List.of("note-of-the-desk", "18:17:19", "isPublic\":false")) {
            assertFalse(evidence.contains(trace), trace + " in " + evidence);
        }
        assertFalse(read(msp, "/timeline", id).contains("note-of-the-desk"));
        assertTrue(msp.get("/tickets/" + id + "/timeline").getList("items.kind").contains("INTERNAL_NOTE"));
    }

    @ParameterizedTest
    @CsvSource({
        "owner, true",
        "service-desk, true",
        "technician, false",
        "finance, false",
        "psa-sync, false",
        "integrator, false",
        "auditor, false"
    })
    void theTitleOfAConfidentialTicketIsForTheServiceDesk(String role, boolean shown) {
        Msp msp = Msp.withLawFirm("2026-06-11T18:05:00Z");
        String id = msp.send("70123", confidential);
        msp.awaitRuled(id);
        for (String path : List.of("/tickets/" + id, "/tickets")) {
            String read = msp.as(role)
                    .get(Msp.API + path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertEquals(shown, read.contains(SECRET), role + " " + path);
            assertTrue(read.contains(id), role + " " + path);
        }
        for (String part : List.of("/rulings", "/timeline", "/clocks", "/evidence", "/time-entries")) {
            Response read = msp.as(role).get(Msp.API + "/tickets/" + id + part);
            assertTrue(read.statusCode() == 200 || read.statusCode() == 403, role + part + read.statusCode());
            assertTrue(shown || !read.asString().contains(SECRET), role + " " + part);
        }
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
