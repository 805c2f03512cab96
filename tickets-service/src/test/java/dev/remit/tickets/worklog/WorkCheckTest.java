package dev.remit.tickets.worklog;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Work that cannot have been done as it is told, and hours without times. */
@QuarkusTest
class WorkCheckTest extends TicketsTest {

    @Test
    void workFromBeforeTheTicketIsReviewedAndNeverTold() {
        Msp msp = msp();
        review(msp, entry("e1", "1900-01-01T14:00:00Z", "1900-01-01T15:00:00Z"), "start");
        review(msp, entry("e2", "2026-06-11T17:00:00Z", "2026-06-11T17:59:00Z"), "start");
        review(msp, hours("e3", "2026-06-10"), "date");
        assertToldOnlyOf(msp, "good");
        assertEquals(
                List.of("UNUSABLE", "UNUSABLE", "UNUSABLE"), msp.get("/reviews").getList("items.cause"));
    }

    @Test
    void workFromBeforeATicketThatComesLaterIsReviewedThen() {
        Msp msp = Msp.withLawFirm("2026-06-12T18:00:00Z");
        send(msp, entry("e1", "2026-06-11T17:00:00Z", "2026-06-11T17:59:00Z"))
                .then()
                .statusCode(201);
        msp.send("70123", Snapshot.officeMove());
        assertToldOnlyOf(msp, "good");
        assertEquals(List.of("UNUSABLE"), msp.get("/reviews").getList("items.cause"));
    }

    @Test
    void moreThanADayOfWorkIsReviewed() {
        Msp msp = msp();
        msp.clock("2026-06-15T18:00:00Z");
        review(msp, entry("e1", "2026-06-12T14:00:00Z", "2026-06-13T14:00:01Z"), "end");
        Map<String, Object> stated = hours("e2", "2026-06-12");
        stated.put("statedHours", "24.5");
        review(msp, stated, "workedSeconds");
        assertToldOnlyOf(msp, "good");
    }

    @Test
    void anEntryThatIsCorrectedToNonsenseIsTakenBackUntilSomebodyLooks() {
        Msp msp = msp();
        send(msp, entry("e1", "2026-06-12T14:00:00Z", "2026-06-12T15:00:00Z"));
        msp.awaitEvents("TimeEntryRecorded", 1);
        Map<String, Object> nonsense = entry("e1", "1900-01-01T14:00:00Z", "1900-01-01T15:00:00Z");
        nonsense.put("sourceUpdatedAt", "2026-06-12T17:00:00Z");
        review(msp, nonsense, "start");
        assertEquals(
                true, payload(msp.awaitEvents("TimeEntryRecorded", 2).getLast()).get("deleted"));
    }

    @Test
    void hoursOnADateAreAnEntryWithoutInventedTimes() {
        Msp msp = msp();
        String id = send(msp, hours("e1", "2026-06-12"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Map<String, Object> told =
                payload(msp.awaitEvents("TimeEntryRecorded", 1).getFirst());
        assertEquals("2026-06-12", told.get("date"));
        assertEquals(5_400, told.get("workedSeconds"));
        assertNull(told.get("start"));
        assertNull(told.get("end"));
        JsonPath read = msp.get("/time-entries/" + id);
        assertEquals("2026-06-12", read.getString("date"));
        assertNull(read.get("start"));
        assertEquals(List.of(), msp.get("/reviews").getList("items"));
    }

    @Test
    void statedHoursWithStartAndEndAlikeAreHoursOnThatDate() {
        Msp msp = msp();
        Map<String, Object> alike = entry("e1", "2026-06-12T03:00:00Z", "2026-06-12T03:00:00Z");
        alike.put("statedHours", "2");
        send(msp, alike).then().statusCode(201);
        Map<String, Object> told =
                payload(msp.awaitEvents("TimeEntryRecorded", 1).getFirst());
        assertEquals("2026-06-11", told.get("date"), "the date in New York");
        assertEquals(7_200, told.get("workedSeconds"));
    }

    @Test
    void hoursOnAWeekendAreFlagged() {
        Msp msp = msp();
        msp.clock("2026-06-14T18:00:00Z");
        send(msp, hours("e1", "2026-06-13")).then().statusCode(201);
        msp.awaitEvents("TimeEntryRecorded", 1);
        assertEquals(List.of("CLOSED_DAY"), msp.get("/reviews").getList("items.cause"));
    }

    @Test
    void whatIsNotEnoughIsRefusedByName() {
        Msp msp = msp();
        Map<String, Object> nothing = hours("e1", "2026-06-12");
        nothing.remove("statedHours");
        send(msp, nothing).then().statusCode(400).body("errors.field", contains("statedHours"));
        nothing.remove("date");
        send(msp, nothing).then().statusCode(400).body("errors.field", contains("start"));
    }

    @Test
    void theSameTechnicianTwiceInTheSameHourIsFlagged() {
        Msp msp = msp();
        send(msp, entry("e1", "2026-06-12T14:00:00Z", "2026-06-12T15:00:00Z"));
        send(msp, entry("e2", "2026-06-12T15:00:00Z", "2026-06-12T16:00:00Z"));
        assertEquals(List.of(), msp.get("/reviews").getList("items"));
        send(msp, entry("e3", "2026-06-12T14:30:00Z", "2026-06-12T14:45:00Z"));
        JsonPath reviews = msp.get("/reviews");
        assertEquals(List.of("DOUBLE_BOOKED"), reviews.getList("items.cause"));
        assertEquals("e3", reviews.getString("items[0].externalId"));
    }

    @Test
    void aKindOfWorkThatNobodyKnowsIsMarkedAndReviewed() {
        Msp msp = msp();
        Map<String, Object> odd = entry("e1", "2026-06-12T14:00:00Z", "2026-06-12T15:00:00Z");
        odd.put("workType", "Juggling");
        send(msp, odd);
        assertEquals(
                List.of("workType"),
                payload(msp.awaitEvents("TimeEntryRecorded", 1).getFirst()).get("unmapped"));
        JsonPath reviews = msp.get("/reviews");
        assertEquals(List.of("UNKNOWN_NAME"), reviews.getList("items.cause"));
        assertEquals("workType", reviews.getString("items[0].field"));
    }

    private static Response send(Msp msp, Map<String, Object> entry) {
        Map<String, Object> body = new LinkedHashMap<>(entry);
        return msp.putTime((String) body.remove("key"), body);
    }

    private static Msp msp() {
        Msp msp = Msp.withLawFirm("2026-06-12T18:00:00Z");
        msp.awaitRuled(msp.send("70123", Snapshot.officeMove()));
        return msp;
    }

    private static void review(Msp msp, Map<String, Object> entry, String field) {
        send(msp, entry)
                .then()
                .statusCode(202)
                .body("outcome", equalTo("REVIEW"))
                .body("field", equalTo(field));
    }

    /** Sends an entry that is as it should be, and waits until it is told: what came before it has been looked at by then. */
    private static void assertToldOnlyOf(Msp msp, String key) {
        Map<String, Object> good = entry(key, "2026-06-12T10:00:00Z", "2026-06-12T11:00:00Z");
        String id = send(msp, good).path("id");
        List<Map<String, Object>> told = msp.awaitEvents("TimeEntryRecorded", 1);
        assertEquals(
                List.of(id), told.stream().map(event -> event.get("subject")).toList());
    }

    private static Map<String, Object> entry(String key, String start, String end) {
        Map<String, Object> entry = hours(key, null);
        entry.remove("date");
        entry.remove("statedHours");
        entry.put("start", start);
        entry.put("end", end);
        return entry;
    }

    private static Map<String, Object> hours(String key, String date) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("key", key);
        entry.put("sourceUpdatedAt", "2026-06-12T16:00:00Z");
        entry.put("ticket", Map.of("externalId", "70123"));
        entry.put("technician", Map.of("id", "dana", "name", "Dana Ruiz"));
        entry.put("workType", "On-site");
        entry.put("date", date);
        entry.put("statedHours", "1.5");
        return entry;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> payload(Map<String, Object> event) {
        return (Map<String, Object>) event.get("payload");
    }
}
