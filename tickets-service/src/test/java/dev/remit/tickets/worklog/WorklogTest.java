package dev.remit.tickets.worklog;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WorklogTest extends TicketsTest {

    @Test
    void anEntryWaitsForItsTicket() {
        Msp msp = Msp.withLawFirm("2026-06-12T18:00:00Z");
        String entry =
                msp.putTime("e1", entry()).then().statusCode(201).extract().path("id");
        assertNull(msp.get("/time-entries/" + entry).get("ticketId"));

        String ticket = msp.send("70123", Snapshot.officeMove());

        JsonPath attached = msp.awaitUntil("/time-entries/" + entry, read -> read.getInt("revision") == 1);
        assertEquals(ticket, attached.getString("ticketId"));
        assertEquals(
                List.of(entry), msp.get("/tickets/" + ticket + "/time-entries").getList("items.id"));
    }

    @Test
    void onlyANewerSnapshotChangesAnEntryAndEachChangeIsToldOnce() {
        Msp msp = Msp.withLawFirm("2026-06-12T18:00:00Z");
        String ticket = msp.send("70123", Snapshot.officeMove());
        msp.awaitRuled(ticket);
        msp.putTime("e1", with(entry(), "sourceUpdatedAt", "2026-06-12T16:00:00Z", "end", "2026-06-12T15:30:00Z"));
        msp.putTime("e1", entry()).then().statusCode(200);
        msp.putTime("e1", entry()).then().statusCode(200);
        msp.awaitEvents("TimeEntryRecorded", 1);
        msp.putTime("e1", with(entry(), "sourceUpdatedAt", "2026-06-12T17:00:00Z", "deleted", true));

        List<Map<String, Object>> told = msp.awaitEvents("TimeEntryRecorded", 2);

        assertEquals(2, told.size());
        assertEquals("2026-06-12T15:30:00Z", payload(told.get(0)).get("end"));
        assertEquals(false, payload(told.get(0)).get("deleted"));
        assertEquals(true, payload(told.get(1)).get("deleted"));
        assertEquals(2, payload(told.get(1)).get("revision"));
    }

    @Test
    void statedHoursAreKeptToTheSecond() {
        Msp msp = Msp.withLawFirm("2026-06-12T18:00:00Z");
        msp.send("70123", Snapshot.officeMove());
        msp.putTime("e1", with(entry(), "statedHours", "0.7525"));
        assertEquals(
                2_709,
                payload(msp.awaitEvents("TimeEntryRecorded", 1).getFirst()).get("workedSeconds"));
    }

    @Test
    void anEntryOnATicketWithTwoVerdictsMustNameItsWorkItem() {
        Msp msp = Msp.withLawFirm("2026-06-12T18:00:00Z");
        String ticket = msp.send("70123", Snapshot.officeMove());
        msp.awaitRuled(ticket);
        String second = msp.posting("service-desk")
                .body(Map.of("title", "While you are here: reset my password", "item", "password-reset"))
                .post(Msp.API + "/tickets/" + ticket + "/work-items")
                .then()
                .statusCode(201)
                .body("number", equalTo(2))
                .extract()
                .path("id");
        msp.awaitUntil("/tickets/" + ticket, read -> "INCLUDED".equals(read.getString("workItems[1].ruling.verdict")));

        String entry = msp.putTime("e1", entry()).path("id");
        JsonPath reviews =
                msp.awaitUntil("/reviews", read -> read.getList("items").size() == 1);
        assertEquals("WORK_ITEM_UNCLEAR", reviews.getString("items[0].cause"));
        assertNull(msp.get("/time-entries/" + entry).get("workItemId"));
        assertEquals(List.of(), msp.events("TimeEntryRecorded"));

        msp.putTime(
                "e1",
                with(
                        entry(),
                        "sourceUpdatedAt",
                        "2026-06-12T17:00:00Z",
                        "ticket",
                        Map.of("externalId", "70123", "workItemId", second)));
        assertEquals(
                second,
                payload(msp.awaitEvents("TimeEntryRecorded", 1).getFirst()).get("workItemId"));
    }

    @Test
    void anEntryThatMovesToAnUnknownTicketIsTakenBackAndToldAnewWhenThatComes() {
        Msp msp = Msp.withLawFirm("2026-06-12T18:00:00Z");
        String wrong = msp.send("70123", Snapshot.officeMove());
        msp.putTime("e1", entry());
        msp.awaitEvents("TimeEntryRecorded", 1);

        msp.putTime("e1", on("70124", "2026-06-12T17:00:00Z"));

        Map<String, Object> takenBack =
                payload(msp.awaitEvents("TimeEntryRecorded", 2).getLast());
        assertEquals(true, takenBack.get("deleted"));
        assertEquals(2, takenBack.get("revision"));
        assertEquals(wrong, takenBack.get("ticketId"));
        assertEquals("ONSITE", takenBack.get("workType"));

        String right = msp.send("70124", Snapshot.officeMove());

        Map<String, Object> toldAnew =
                payload(msp.awaitEvents("TimeEntryRecorded", 3).getLast());
        assertEquals(false, toldAnew.get("deleted"));
        assertEquals(3, toldAnew.get("revision"));
        assertEquals(right, toldAnew.get("ticketId"));
        assertEquals(List.of(), msp.get("/tickets/" + wrong + "/time-entries").getList("items"));
    }

    @Test
    void anEntryThatMovesToAKnownTicketEndsThere() {
        Msp msp = Msp.withLawFirm("2026-06-12T18:00:00Z");
        msp.send("70123", Snapshot.officeMove());
        String right = msp.send("70124", Snapshot.officeMove());
        msp.putTime("e1", entry());
        msp.awaitEvents("TimeEntryRecorded", 1);

        String entry = msp.putTime("e1", on("70124", "2026-06-12T17:00:00Z")).path("id");

        msp.awaitUntil("/tickets/" + right + "/time-entries", read -> read.getList("items.id")
                .equals(List.of(entry)));
        Map<String, Object> last =
                payload(msp.awaitEvents("TimeEntryRecorded", 2).getLast());
        if (Boolean.TRUE.equals(last.get("deleted"))) {
            last = payload(msp.awaitEvents("TimeEntryRecorded", 3).getLast());
        }
        assertEquals(right, last.get("ticketId"));
        assertEquals(false, last.get("deleted"));
    }

    @Test
    void anEntryThatCeasesToNameItsWorkItemIsTakenBackWhereItMatters() {
        Msp msp = Msp.withLawFirm("2026-06-12T18:00:00Z");
        String ticket = msp.send("70123", Snapshot.officeMove());
        msp.awaitRuled(ticket);
        String second = further(msp, ticket, "password-reset");
        msp.awaitUntil("/tickets/" + ticket, read -> "INCLUDED".equals(read.getString("workItems[1].ruling.verdict")));
        msp.putTime("e1", with(entry(), "ticket", Map.of("externalId", "70123", "workItemId", second)));
        msp.awaitEvents("TimeEntryRecorded", 1);

        msp.putTime("e1", on("70123", "2026-06-12T17:00:00Z"));

        Map<String, Object> takenBack =
                payload(msp.awaitEvents("TimeEntryRecorded", 2).getLast());
        assertEquals(true, takenBack.get("deleted"));
        assertEquals(second, takenBack.get("workItemId"));
        assertEquals("WORK_ITEM_UNCLEAR", msp.get("/reviews").getString("items[0].cause"));
    }

    @Test
    void anEntryThatCeasesToNameItsWorkItemIsForTheFirstWhereItDoesNotMatter() {
        Msp msp = Msp.withLawFirm("2026-06-12T18:00:00Z");
        String ticket = msp.send("70123", Snapshot.officeMove());
        String first = msp.awaitRuled(ticket).getString("workItems[0].id");
        String second = further(msp, ticket, "office-move");
        msp.awaitUntil("/tickets/" + ticket, read -> "EXTRA".equals(read.getString("workItems[1].ruling.verdict")));
        msp.putTime("e1", with(entry(), "ticket", Map.of("externalId", "70123", "workItemId", second)));
        msp.awaitEvents("TimeEntryRecorded", 1);

        msp.putTime("e1", on("70123", "2026-06-12T17:00:00Z"));

        assertEquals(
                first,
                payload(msp.awaitEvents("TimeEntryRecorded", 2).getLast()).get("workItemId"));
    }

    @Test
    void workOfNoStatedKindIsToldWithoutOne() {
        Msp msp = Msp.withLawFirm("2026-06-12T18:00:00Z");
        msp.send("70123", Snapshot.officeMove());
        msp.putTime("e1", with(entry(), "workType", null)).then().statusCode(201);
        assertNull(payload(msp.awaitEvents("TimeEntryRecorded", 1).getFirst()).get("workType"));
    }

    @Test
    void fieldsThatContradictEachOtherAreRefusedByName() {
        Msp msp = Msp.withLawFirm("2026-06-12T18:00:00Z");
        msp.putTime("e1", with(entry(), "end", "2026-06-12T13:00:00Z"))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("end"));
        msp.putTime("e1", with(entry(), "start", "1899-12-31T23:59:59Z"))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("start"));
        msp.putTime("e1", with(entry(), "end", "9000-01-01T00:00:01Z"))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("end"));
        msp.putTime("e1", with(entry(), "start", "2016-06-01T00:00:00Z"))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("end"));
        msp.putTime("e1", with(entry(), "workType", " "))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("workType"));
        msp.putTime("e1", with(entry(), "workedSeconds", 60, "statedHours", "1"))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("statedHours"));
        msp.putTime("e1", with(entry(), "ticket", Map.of("externalId", "70123", "workItemId", UUID.randomUUID() + "x")))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("ticket.workItemId"));
        msp.putTime("e1", with(entry(), "technician", Map.of("id", "dana")))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("technician.name"));
    }

    private static String further(Msp msp, String ticket, String item) {
        return msp.posting("service-desk")
                .body(Map.of("title", "While you are here", "item", item))
                .post(Msp.API + "/tickets/" + ticket + "/work-items")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, Object> on(String ticket, String sourceUpdatedAt) {
        return with(entry(), "sourceUpdatedAt", sourceUpdatedAt, "ticket", Map.of("externalId", ticket));
    }

    private static Map<String, Object> entry() {
        return Map.of(
                "sourceUpdatedAt", "2026-06-12T15:35:00Z",
                "ticket", Map.of("externalId", "70123"),
                "technician", Map.of("id", "dana", "name", "Dana Ruiz"),
                "workType", "On-site",
                "start", "2026-06-12T14:00:00Z",
                "end", "2026-06-12T15:00:00Z");
    }

    private static Map<String, Object> with(Map<String, Object> entry, Object... members) {
        Map<String, Object> changed = new LinkedHashMap<>(entry);
        for (int i = 0; i < members.length; i += 2) {
            changed.put((String) members[i], members[i + 1]);
        }
        return changed;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> payload(Map<String, Object> event) {
        return (Map<String, Object>) event.get("payload");
    }
}
