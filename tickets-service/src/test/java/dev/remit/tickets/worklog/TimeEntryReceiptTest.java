package dev.remit.tickets.worklog;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
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

/** What an integrator is told of each snapshot of a time entry, and what becomes of it. */
@QuarkusTest
class TimeEntryReceiptTest extends TicketsTest {

    @Test
    void receiptsSayWhatHappened() {
        Msp msp = msp();
        says(msp, entry("16:00"), "CREATED");
        says(msp, entry("16:00"), "UNCHANGED");
        says(msp, with(entry("17:00"), "end", "2026-06-12T15:30:00Z"), "UPDATED");
        says(msp, with(entry("17:30"), "end", "2026-06-12T15:30:00Z"), "UNCHANGED");
        says(msp, with(entry("16:30"), "end", "2026-06-12T15:10:00Z"), "OLDER");
        says(msp, with(with(entry("17:40"), "end", "2026-06-12T15:30:00Z"), "deleted", true), "DELETED");
    }

    @Test
    void otherFactsUnderTheSameSourceTimeAreDecidedByARuleThatTheReceiptStates() {
        Msp msp = msp();
        says(msp, entry("16:00"), "CREATED");
        String other = msp.putTime("e1", with(entry("16:00"), "end", "2026-06-12T15:30:00Z"))
                .then()
                .statusCode(200)
                .extract()
                .path("outcome");
        JsonPath again = msp.putTime(
                        "e1",
                        "OLDER".equals(other) ? with(entry("16:00"), "end", "2026-06-12T15:30:00Z") : entry("16:00"))
                .jsonPath();
        assertEquals("OLDER", again.getString("outcome"));
        assertTrue(again.getString("detail").contains("same sourceUpdatedAt"), again.getString("detail"));
    }

    @Test
    void anEntryDeletedLaterThanAnUpdateStaysDeletedAndOneRestoredLaterComesBack() {
        Msp msp = msp();
        says(msp, entry("16:00"), "CREATED");
        says(msp, with(entry("16:10"), "deleted", true), "DELETED");
        says(msp, with(entry("16:04"), "end", "2026-06-12T15:45:00Z"), "OLDER");
        String id = id(msp);
        assertTrue(msp.get("/time-entries/" + id).getBoolean("deleted"));
        says(msp, entry("16:20"), "UPDATED");
        assertEquals(false, msp.get("/time-entries/" + id).getBoolean("deleted"));
    }

    @Test
    void whatASnapshotLeavesOutStaysAsItWasAndNullMeansNone() {
        Msp msp = msp();
        Map<String, Object> first = with(with(entry("16:00"), "billable", "NOT_BILLABLE"), "role", "ENGINEER");
        says(msp, with(first, "travel", true), "CREATED");
        says(msp, with(entry("16:10"), "end", "2026-06-12T15:30:00Z"), "UPDATED");
        JsonPath kept = msp.get("/time-entries/" + id(msp));
        assertEquals("NOT_BILLABLE", kept.getString("billable"));
        assertEquals("ENGINEER", kept.getString("role"));
        assertTrue(kept.getBoolean("travel"));
        says(msp, with(entry("16:20"), "role", null), "UPDATED");
        assertNull(msp.get("/time-entries/" + id(msp)).get("role"));
    }

    @Test
    void aSnapshotThatComesLateFillsWhatLaterOnesLeaveOut() {
        Msp msp = msp();
        says(msp, entry("16:10"), "CREATED");
        says(msp, with(entry("16:00"), "billable", "NOT_BILLABLE"), "UPDATED");
        assertEquals("NOT_BILLABLE", msp.get("/time-entries/" + id(msp)).getString("billable"));
    }

    @Test
    void aSnapshotThatComesLateFillsNothingThatALaterOneSaysToBeNone() {
        Msp msp = msp();
        says(msp, with(entry("16:10"), "role", null), "CREATED");
        says(msp, with(entry("16:00"), "role", "ENGINEER"), "OLDER");
        assertNull(msp.get("/time-entries/" + id(msp)).get("role"));
    }

    @Test
    void hoursThatEqualTheSpanAreNoNews() {
        Msp msp = msp();
        msp.awaitRuled(msp.send("70123", Snapshot.officeMove()));
        says(msp, entry("16:00"), "CREATED");
        msp.awaitEvents("TimeEntryRecorded", 1);
        says(msp, with(entry("16:10"), "workedSeconds", 3600), "UNCHANGED");
        msp.putTime("e2", with(entry("16:10"), "start", "2026-06-12T13:00:00Z", "end", "2026-06-12T14:00:00Z"));
        List<Map<String, Object>> told = msp.awaitEvents("TimeEntryRecorded", 2);
        assertEquals(
                2, told.stream().map(event -> event.get("subject")).distinct().count());
    }

    private static Msp msp() {
        return Msp.withLawFirm("2026-06-12T18:00:00Z");
    }

    private static void says(Msp msp, Map<String, Object> entry, String outcome) {
        msp.putTime("e1", entry).then().body("outcome", equalTo(outcome));
    }

    private static String id(Msp msp) {
        return msp.putTime("e1", entry("16:00")).path("id");
    }

    private static Map<String, Object> entry(String at) {
        return new LinkedHashMap<>(Map.of(
                "sourceUpdatedAt",
                "2026-06-12T" + at + ":00Z",
                "ticket",
                Map.of("externalId", "70123"),
                "technician",
                Map.of("id", "dana", "name", "Dana Ruiz"),
                "workType",
                "On-site",
                "start",
                "2026-06-12T14:00:00Z",
                "end",
                "2026-06-12T15:00:00Z"));
    }

    private static Map<String, Object> with(Map<String, Object> entry, Object... members) {
        Map<String, Object> changed = new LinkedHashMap<>(entry);
        for (int i = 0; i < members.length; i += 2) {
            changed.put((String) members[i], members[i + 1]);
        }
        return changed;
    }
}
