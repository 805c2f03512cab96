package dev.remit.tickets.worklog;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whose time somebody may write. */
@QuarkusTest
class OwnTimeTest extends TicketsTest {

    @Test
    void aTechnicianWritesTheirOwnTimeAlone() {
        Msp msp = msp();
        msp.putTimeAs("technician", "desk", "e1", entry(Map.of("id", "dana", "name", "Dana Ruiz")))
                .then()
                .statusCode(403)
                .body("errors.field", hasItem("technician.id"));
        String own = msp.putTimeAs("technician", "desk", "e1", entry(null))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        JsonPath read = msp.get("/time-entries/" + own);
        assertEquals("technician", read.getString("technician.id"));
        assertEquals("Test technician", read.getString("technician.name"));
        assertEquals("PERSON", read.getString("source.kind"));
        assertEquals("technician", read.getString("source.login"));
        msp.putTimeAs("technician", "desk", "e2", entry(Map.of("id", "technician", "name", "Somebody Else")))
                .then()
                .statusCode(201);
    }

    @Test
    void nobodyButItsPlatformWritesUnderAPlatformsConnection() {
        Msp msp = msp();
        for (String role : List.of("technician", "service-desk", "owner")) {
            msp.putTimeAs(role, "cw", "e1", entry(null)).then().statusCode(403);
        }
        msp.putTime("e1", entry(Map.of("id", "dana", "name", "Dana Ruiz")))
                .then()
                .statusCode(201);
    }

    @Test
    void aTechnicianWritesOverNothingThatCameFromASourceOrIsSomebodyElses() {
        Msp msp = msp();
        Map<String, Object> dana = entry(Map.of("id", "dana", "name", "Dana Ruiz"));
        Map<String, Object> own = entry(Map.of("id", "technician", "name", "Test technician"));
        msp.putTimeAs("psa-sync", "desk", "e1", own).then().statusCode(201);
        msp.putTimeAs("service-desk", "desk", "e2", dana).then().statusCode(201);
        Map<String, Object> later = new LinkedHashMap<>(own);
        later.put("sourceUpdatedAt", "2026-06-12T17:00:00Z");
        later.put("deleted", true);
        msp.putTimeAs("technician", "desk", "e1", later).then().statusCode(403);
        msp.putTimeAs("technician", "desk", "e2", later).then().statusCode(403);
    }

    @Test
    void theDeskWritesForOthersMarkedWithWhoDidAndTheHoursAreOnRecord() {
        Msp msp = msp();
        String ticket = msp.putAs("psa-sync", "70123", Snapshot.officeMove()).path("id");
        msp.awaitRuled(ticket);
        Map<String, Object> dana = entry(Map.of("id", "dana", "name", "Dana Ruiz"));
        String id = msp.putTimeAs("psa-sync", "desk", "e1", dana).path("id");
        msp.awaitEvents("TimeEntryRecorded", 1);
        dana.put("sourceUpdatedAt", "2026-06-12T17:00:00Z");
        dana.put("end", "2026-06-12T17:00:00Z");
        msp.putTimeAs("service-desk", "desk", "e1", dana).then().statusCode(200).body("outcome", equalTo("UPDATED"));
        msp.awaitEvents("TimeEntryRecorded", 2);

        JsonPath source = msp.get("/time-entries/" + id);
        assertEquals("PERSON", source.getString("source.kind"));
        assertEquals("service-desk", source.getString("source.role"));
        assertEquals("Test service-desk", source.getString("source.name"));
        assertEquals("dana", source.getString("technician.id"));
        JsonPath timeline = msp.get("/tickets/" + ticket + "/timeline");
        assertEquals("PERSON", timeline.getString("items.find { it.kind == 'TIME_WORKED' }.source"));
        assertEquals("service-desk", timeline.getString("items.find { it.kind == 'TIME_WORKED' }.by.login"));
        JsonPath evidence = msp.get("/tickets/" + ticket + "/evidence");
        assertTrue(evidence.getString("links.payload.facts.author.login").contains("service-desk"));
        msp.as("auditor")
                .get(Msp.API + "/audit?operation=syncTimeEntry&objectId=" + id)
                .then()
                .statusCode(200)
                .body("items[0].record.before.work.end", equalTo("2026-06-12T15:00:00Z"))
                .body("items[0].record.after.work.end", equalTo("2026-06-12T17:00:00Z"))
                .body("items[0].record.after.work.technician.id", equalTo("dana"));
    }

    private static Msp msp() {
        Msp msp = Msp.withLawFirm("2026-06-12T18:00:00Z");
        msp.connectDesk();
        return msp;
    }

    private static Map<String, Object> entry(Map<String, String> technician) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("sourceUpdatedAt", "2026-06-12T15:35:00Z");
        entry.put("ticket", Map.of("externalId", "70123"));
        if (technician != null) {
            entry.put("technician", technician);
        }
        entry.put("workType", "On-site");
        entry.put("start", "2026-06-12T14:00:00Z");
        entry.put("end", "2026-06-12T15:00:00Z");
        return entry;
    }
}
