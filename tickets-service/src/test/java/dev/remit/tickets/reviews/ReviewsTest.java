package dev.remit.tickets.reviews;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.remit.kit.sql.Sql;
import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ReviewsTest extends TicketsTest {
    @Inject
    Sql sql;

    @Test
    void aPayloadThatLayAheadIsTakenInAgainOnceTheClocksAgree() {
        Msp msp = Msp.withLawFirm("2026-06-11T18:00:00Z");
        msp.put("70123", Snapshot.officeMove().at("2026-06-11T18:06:00Z"))
                .then()
                .statusCode(202);
        String review = only(msp).getString("items[0].id");
        decide(msp, review, "retry")
                .statusCode(200)
                .body("receipt.outcome", equalTo("REVIEW"))
                .body("review.state", equalTo("OPEN"));
        msp.clock("2026-06-11T18:10:00Z");
        decide(msp, review, "retry")
                .statusCode(200)
                .body("receipt.outcome", equalTo("CREATED"))
                .body("review.state", equalTo("CLOSED"))
                .body("review.decidedBy.login", equalTo("service-desk"))
                .body("review.reason", equalTo("Looked at it"));
        assertEquals(1, msp.get("/tickets").getList("items").size());
        decide(msp, review, "retry").statusCode(409);
    }

    @Test
    void whatLayAheadIsClosedOnceItsSourceHasToldOfTheSameTicketAnew() {
        Msp msp = Msp.withLawFirm("2026-06-12T18:00:00Z");
        msp.put("70123", Snapshot.officeMove().at("2026-06-12T18:06:00Z"));
        Map<String, Object> ofTheSameKey = entry("On-site", "2026-06-12T14:00:00Z");
        ofTheSameKey.put("sourceUpdatedAt", "2026-06-12T18:06:00Z");
        msp.putTime("70123", ofTheSameKey).then().statusCode(202);
        assertEquals(2, msp.get("/reviews?state=OPEN").getList("items").size());
        msp.clock("2026-06-12T18:01:00Z");
        msp.awaitRuled(msp.send("70123", Snapshot.officeMove()));
        JsonPath left = msp.awaitUntil(
                "/reviews?state=OPEN", read -> read.getList("items").size() == 1);
        assertNull(left.getString("items[0].decidedAt"));
        ofTheSameKey.put("sourceUpdatedAt", "2026-06-12T18:00:00Z");
        msp.putTime("70123", ofTheSameKey).then().statusCode(201);
        msp.awaitUntil("/reviews?state=OPEN", read -> read.getList("items").isEmpty());
        assertEquals(
                List.of("its cause has gone", "its cause has gone"),
                msp.get("/reviews").getList("items.reason"));
    }

    @Test
    void aPersonMayStandForWorkThatLooksWrongOrDismissIt() {
        Msp msp = Msp.withLawFirm("2026-06-12T18:00:00Z");
        msp.awaitRuled(msp.send("70123", Snapshot.officeMove()));
        for (String key : List.of("e1", "e2")) {
            msp.putTime(key, entry("On-site", "2026-06-11T17:30:00Z")).then().statusCode(202);
        }
        List<String> ids = msp.get("/reviews?cause=UNUSABLE").getList("items.id");
        decide(msp, ids.get(0), "resolve").statusCode(200).body("state", equalTo("RESOLVED"));
        decide(msp, ids.get(1), "dismiss").statusCode(200).body("state", equalTo("DISMISSED"));
        assertEquals(
                List.of("RESOLVED", "DISMISSED"),
                msp.awaitEvents("ReviewEnded", 2).stream()
                        .map(event -> payload(event).get("state"))
                        .toList());
        List<Map<String, Object>> told = msp.awaitEvents("TimeEntryRecorded", 1);
        assertEquals(1, told.size());
        msp.as("auditor")
                .get(Msp.API + "/audit?objectType=review&operation=resolveReview")
                .then()
                .body("items.record.after.state", contains("RESOLVED"))
                .body("items.record.actor.name", hasItem("Test service-desk"));
    }

    @Test
    void aNameThatIsMappedLaterClosesItsReviewAndTheWorkIsToldAnew() {
        Msp msp = Msp.withLawFirm("2026-06-12T18:00:00Z");
        msp.awaitRuled(msp.send("70123", Snapshot.officeMove()));
        msp.putTime("e1", entry("Juggling", "2026-06-12T14:00:00Z"));
        msp.awaitEvents("TimeEntryRecorded", 1);
        assertEquals("UNKNOWN_NAME", only(msp).getString("items[0].cause"));
        msp.setUp(Map.of("workTypes", Map.of("Juggling", "ONSITE")));
        msp.awaitUntil("/reviews", read -> "CLOSED".equals(read.getString("items[0].state")));
        Map<String, Object> told =
                payload(msp.awaitEvents("TimeEntryRecorded", 2).getLast());
        assertEquals("ONSITE", told.get("workType"));
        assertEquals(null, told.get("unmapped"));
        List<Map<String, Object>> raised = msp.awaitEvents("ReviewRaised", 1);
        assertEquals(1, raised.size());
        assertEquals("UNKNOWN_NAME", payload(raised.getFirst()).get("cause"));
        assertEquals("e1", payload(raised.getFirst()).get("externalId"));
        assertEquals("workType", payload(raised.getFirst()).get("field"));
        assertFalse(raised.toString().contains("Juggling"), "the source's words stay here");
        assertEquals(
                "CLOSED", payload(msp.awaitEvents("ReviewEnded", 1).getFirst()).get("state"));
    }

    /** Also where the work is included: what it would have cost is wrong by a wrong name, too. */
    @ParameterizedTest
    @CsvSource({"role, Senior Engineer, EXTRA", "role, Senior Engineer, INCLUDED", "workType, Juggling, INCLUDED"})
    void workUnderANameThatNobodyMappedIsHeldAndListedUntilSomebodyHas(String field, String name, String verdict) {
        Msp msp = Msp.sandbox("2026-06-12T18:00:00Z");
        msp.tellClient();
        msp.activate(terms -> terms.replace(
                "[{\"workType\":\"ONSITE\",\"rate\":\"150.00\"}]",
                "[{\"workType\":\"ONSITE\",\"rate\":\"125.00\"},"
                        + "{\"workType\":\"ONSITE\",\"role\":\"SENIOR\",\"rate\":\"175.00\"}]"));
        Snapshot ticket = verdict.equals("EXTRA")
                ? Snapshot.officeMove()
                : Snapshot.officeMove().with("category", Map.of("type", "Service desk", "subtype", "Password"));
        String id = msp.send("70123", ticket);
        assertEquals(verdict, msp.awaitRuled(id).getString("workItems[0].ruling.verdict"));
        Map<String, Object> entry = entry("On-site", "2026-06-12T14:15:00Z");
        entry.put(field, name);
        msp.putTime("e1", entry);
        assertEquals(
                List.of(field),
                payload(msp.awaitEvents("TimeEntryRecorded", 1).getFirst()).get("unmapped"));
        String review = only(msp).getString("items[0].id");
        assertEquals(field, only(msp).getString("items[0].field"));

        decide(msp, review, "retry").statusCode(200).body("review.state", equalTo("OPEN"));
        msp.setUp(Map.of(field + "s", Map.of("On-site", "ONSITE", name, field.equals("role") ? "SENIOR" : "ONSITE")));
        msp.awaitUntil("/reviews", read -> "CLOSED".equals(read.getString("items[0].state")));
        Map<String, Object> told =
                payload(msp.awaitEvents("TimeEntryRecorded", 2).getLast());
        assertEquals(field.equals("role") ? "SENIOR" : "ONSITE", told.get(field));
        assertNull(told.get("unmapped"));
    }

    @Test
    void aPersonWhoStandsForANameMapsItNowhere() {
        Msp msp = Msp.withLawFirm("2026-06-12T18:00:00Z");
        msp.awaitRuled(msp.send("70123", Snapshot.officeMove()));
        msp.putTime("e1", entry("Juggling", "2026-06-12T14:00:00Z"));
        msp.awaitEvents("TimeEntryRecorded", 1);
        decide(msp, only(msp).getString("items[0].id"), "resolve").statusCode(200);
        msp.putTime("e2", entry("On-site", "2026-06-12T10:00:00Z"));
        List<Map<String, Object>> told = msp.awaitEvents("TimeEntryRecorded", 2);
        assertEquals(2, told.size(), "the first entry is not told anew");
        assertEquals(List.of("workType"), payload(told.getFirst()).get("unmapped"));
        msp.setUp(Map.of("workTypes", Map.of("On-site", "ONSITE", "Juggling", "ONSITE")));
        assertNull(payload(msp.awaitEvents("TimeEntryRecorded", 3).getLast()).get("unmapped"));
    }

    /** However many names are open before it: an MSP that maps its roles late has thousands. */
    @Test
    void aNameThatIsMappedReachesTheWorkBehindAllOthers() {
        Msp msp = Msp.withLawFirm("2026-06-12T18:00:00Z");
        msp.awaitRuled(msp.send("70123", Snapshot.officeMove()));
        msp.putTime("e1", entry("Juggling", "2026-06-12T14:00:00Z"));
        msp.awaitEvents("TimeEntryRecorded", 1);
        String digits =
                "(SELECT 0 d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL"
                        + " SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)";
        sql.update(
                "INSERT INTO review (id, tenant_id, connection_id, external_id, payload_id, cause, field, detail, raised_at,"
                        + " state, version) SELECT UNHEX(CONCAT('00', a.d, b.d, c.d, '000000000000000000000000', e.d, '01')),"
                        + " tenant_id, connection_id, CONCAT('other', a.d, b.d, c.d, e.d), payload_id, cause, field, detail,"
                        + " raised_at - INTERVAL 1 DAY, state, version FROM review, " + digits + " a, " + digits
                        + " b, "
                        + digits + " c, (SELECT 0 d UNION ALL SELECT 1) e WHERE tenant_id = ? AND external_id = 'e1'",
                msp.tenant);
        msp.setUp(Map.of("workTypes", Map.of("Juggling", "ONSITE")));
        assertNull(payload(msp.awaitEvents("TimeEntryRecorded", 2).getLast()).get("unmapped"));
    }

    @Test
    void aSiteThatNobodyKnowsIsListedAtOnce() {
        Msp msp = Msp.withLawFirm("2026-06-12T18:00:00Z");
        msp.awaitRuled(msp.send("70123", Snapshot.officeMove().with("site", Map.of("code", "the-moon"))));
        JsonPath reviews =
                msp.awaitUntil("/reviews", read -> !read.getList("items").isEmpty());
        assertEquals(List.of("site"), reviews.getList("items.field"));
    }

    @Test
    void reviewsAreListedByCauseAndStateOldestOrNewestFirst() {
        Msp msp = Msp.withLawFirm("2026-06-11T18:00:00Z");
        msp.put("1", Snapshot.officeMove().at("2026-06-11T18:06:00Z"));
        msp.clock("2026-06-11T18:00:01Z");
        msp.put("2", Snapshot.officeMove().at("2026-06-11T18:07:00Z"));
        assertEquals(List.of("1", "2"), msp.get("/reviews").getList("items.externalId"));
        JsonPath newest = msp.get("/reviews?order=NEWEST&limit=1");
        assertEquals(List.of("2"), newest.getList("items.externalId"));
        assertEquals(
                List.of("1"),
                msp.get("/reviews?order=NEWEST&limit=1&cursor=" + newest.getString("next"))
                        .getList("items.externalId"));
        decide(msp, newest.getString("items[0].id"), "dismiss").statusCode(200);
        assertEquals(List.of("1"), msp.get("/reviews?state=OPEN").getList("items.externalId"));
        assertEquals(List.of(), msp.get("/reviews?cause=UNUSABLE").getList("items"));
    }

    @Test
    void aNameThatMeansNothingIsCountedOnceForAllAndMappedFromThere() {
        Msp msp = Msp.withLawFirm("2026-06-12T18:00:00Z");
        for (String key : List.of("1", "2")) {
            msp.awaitRuled(msp.send(key, Snapshot.officeMove().with("status", "On hold")));
        }
        JsonPath names = msp.get("/unmapped-names");
        assertEquals(List.of("status"), names.getList("items.field"));
        assertEquals(List.of("STATUS"), names.getList("items.table"));
        assertEquals(List.of("On hold"), names.getList("items.name"));
        assertEquals(List.of(2), names.getList("items.reviews"));
        assertEquals(List.of("On hold", "On hold"), msp.get("/reviews").getList("items.name"));

        map(msp, "STATUS", "On hold", "ON_HOLD").statusCode(400).body("errors[0].field", equalTo("means"));
        map(msp, "STATUS", "On hold", "WAITING_VENDOR")
                .statusCode(200)
                .body("statuses.'On hold'", equalTo("WAITING_VENDOR"))
                .body("workTypes.On-site", equalTo("ONSITE"));
        msp.awaitUntil("/unmapped-names", read -> read.getList("items").isEmpty());
        assertEquals(List.of(), msp.get("/reviews?state=OPEN").getList("items"));
    }

    @Test
    void aReviewNamesItsTicketOrTimeEntry() {
        Msp msp = Msp.withLawFirm("2026-06-12T18:00:00Z");
        String ticket = msp.send("70123", Snapshot.officeMove().with("status", "On hold"));
        msp.awaitRuled(ticket);
        msp.putTime("e1", entry("Juggling", "2026-06-12T14:00:00Z"));
        msp.awaitEvents("TimeEntryRecorded", 1);
        JsonPath ofTicket = msp.get("/reviews?externalId=70123");
        assertEquals(List.of(ticket), ofTicket.getList("items.ticketId"));
        assertNull(ofTicket.get("items[0].timeEntryId"));
        JsonPath ofEntry = msp.get("/reviews?field=workType&connection=cw");
        assertEquals("e1", ofEntry.getString("items[0].externalId"));
        assertEquals(
                ofEntry.getString("items[0].timeEntryId"),
                msp.get("/time-entries/" + ofEntry.getString("items[0].timeEntryId"))
                        .getString("id"));
        assertEquals(List.of(), msp.get("/reviews?connection=another").getList("items"));
    }

    private static ValidatableResponse map(Msp msp, String table, String name, String means) {
        return msp.as("owner")
                .contentType("application/json")
                .body(Map.of("table", table, "name", name, "means", means))
                .post(Msp.API + "/connections/" + msp.connectionId + "/names")
                .then();
    }

    private static JsonPath only(Msp msp) {
        JsonPath reviews = msp.get("/reviews");
        assertEquals(1, reviews.getList("items").size());
        return reviews;
    }

    private static ValidatableResponse decide(Msp msp, String review, String what) {
        return msp.as("service-desk")
                .contentType("application/json")
                .body(Map.of("reason", "Looked at it"))
                .post(Msp.API + "/reviews/" + review + "/" + what)
                .then();
    }

    private static Map<String, Object> entry(String workType, String start) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("sourceUpdatedAt", "2026-06-12T16:00:00Z");
        entry.put("ticket", Map.of("externalId", "70123"));
        entry.put("technician", Map.of("id", "dana", "name", "Dana Ruiz"));
        entry.put("workType", workType);
        entry.put("start", start);
        entry.put("end", "2026-06-12T15:00:00Z");
        return entry;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> payload(Map<String, Object> event) {
        return (Map<String, Object>) event.get("payload");
    }
}
