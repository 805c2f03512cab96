package dev.remit.tickets.reviews;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReviewsTest extends TicketsTest {

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
    void aPersonMayStandForWorkThatLooksWrongOrDismissIt() {
        Msp msp = Msp.withLawFirm("2026-06-12T18:00:00Z");
        msp.awaitRuled(msp.send("70123", Snapshot.officeMove()));
        for (String key : List.of("e1", "e2")) {
            msp.putTime(key, entry("On-site", "2026-06-11T17:30:00Z")).then().statusCode(202);
        }
        List<String> ids = msp.get("/reviews?cause=UNUSABLE").getList("items.id");
        decide(msp, ids.get(0), "resolve").statusCode(200).body("state", equalTo("RESOLVED"));
        decide(msp, ids.get(1), "dismiss").statusCode(200).body("state", equalTo("DISMISSED"));
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
        msp.as("owner")
                .header("If-Match", "*")
                .contentType("application/json")
                .body(Map.of(
                        "priorities", Map.of("Priority 3 - Normal Response", "P3"),
                        "statuses", Map.of("New", "OPEN"),
                        "ticketClasses", Map.of("ServiceTicket", "REQUEST"),
                        "workTypes", Map.of("Juggling", "ONSITE")))
                .put(Msp.API + "/connections/" + msp.connectionId)
                .then()
                .statusCode(200);
        msp.awaitUntil("/reviews", read -> "CLOSED".equals(read.getString("items[0].state")));
        Map<String, Object> told =
                payload(msp.awaitEvents("TimeEntryRecorded", 2).getLast());
        assertEquals("ONSITE", told.get("workType"));
        assertEquals(null, told.get("unmapped"));
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
