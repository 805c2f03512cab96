package dev.remit.tickets.intake;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.remit.kit.sql.Sql;
import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the door for snapshots answers. */
@QuarkusTest
class SyncTest extends TicketsTest {
    @Inject
    Sql sql;

    @Test
    void theFirstTimeIsCreatedAndEveryOtherIsNot() {
        Msp msp = Msp.sandbox("2026-06-11T18:00:00Z");
        String id = msp.put("70123", Snapshot.officeMove())
                .then()
                .statusCode(201)
                .header("Location", startsWith("/api/tickets/v1/tickets/"))
                .body("outcome", equalTo("CREATED"))
                .extract()
                .path("id");
        msp.put("70123", Snapshot.officeMove())
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("outcome", equalTo("UNCHANGED"));
        assertEquals(1, msp.awaitEvents("TicketReceived", 1).size());
        assertEquals(
                1,
                msp.get("/tickets/" + id + "/evidence")
                        .getList("links.findAll { it.kind == 'SNAPSHOT' }")
                        .size());
    }

    @Test
    void anOlderSnapshotNeverShowsOverANewerOne() {
        Msp msp = Msp.sandbox("2026-06-11T20:00:00Z");
        String id = msp.send(
                "70123", Snapshot.officeMove().at("2026-06-11T19:00:00Z").with("title", "newer"));
        msp.send("70123", Snapshot.officeMove().at("2026-06-11T18:30:00Z").with("title", "older"));
        assertEquals("newer", msp.ticket(id).getString("title"));
        msp.send("70123", Snapshot.officeMove().at("2026-06-11T19:30:00Z").with("title", "newest"));
        assertEquals("newest", msp.ticket(id).getString("title"));
    }

    @Test
    void whatASnapshotLeavesOutStaysAsItWasAndNullMeansNone() {
        Msp msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
        Snapshot all = Snapshot.officeMove()
                .status("Completed")
                .with("respondedAt", "2026-06-11T18:10:00Z")
                .with("resolvedAt", "2026-06-11T18:30:00Z")
                .with("confidential", true);
        String id = msp.send("70123", all);
        Map<String, Object> pinned = msp.awaitRuled(id).getMap("workItems[0].ruling");
        Snapshot little = all.without("site", "category", "respondedAt", "resolvedAt", "confidential");
        msp.put("70123", little.at("2026-06-11T19:00:00Z").with("title", "Says little"))
                .then()
                .body("outcome", equalTo("UPDATED"));
        JsonPath kept = msp.awaitRuled(id);
        assertEquals("Says little", kept.getString("title"));
        assertEquals("broad-street", kept.getString("client.siteCode"));
        assertEquals("2026-06-11T18:30:00Z", kept.getString("resolvedAt"));
        assertEquals(true, kept.getBoolean("confidential"));
        assertEquals(pinned, kept.getMap("workItems[0].ruling"));
        assertEquals(List.of("2026-06-11T18:10:00Z"), at(msp, id, "RESPONDED"));
        assertEquals(List.of("2026-06-11T18:30:00Z"), at(msp, id, "RESOLVED"));
        assertFalse(msp.get("/tickets/" + id + "/evidence").getString("links").contains("Says little"));

        msp.send(
                "70123",
                little.at("2026-06-11T19:10:00Z").with("respondedAt", null).with("confidential", null));
        assertEquals(false, msp.ticket(id).getBoolean("confidential"));
        assertEquals(List.of(), at(msp, id, "RESPONDED"));

        msp.send("70123", little.at("2026-06-11T19:20:00Z").status("In Progress"));
        assertNull(msp.ticket(id).getString("resolvedAt"), "a ticket that is open again is not resolved");
    }

    @Test
    void aSnapshotThatComesLateSaysWhatLaterOnesLeaveOut() {
        Msp msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
        String id = msp.send(
                "70123", Snapshot.officeMove().at("2026-06-11T19:00:00Z").without("site"));
        msp.awaitRuled(id);
        msp.put("70123", Snapshot.officeMove().with("confidential", true).with("title", "older"))
                .then()
                .body("outcome", equalTo("UPDATED"));
        assertEquals(true, msp.ticket(id).getBoolean("confidential"));
        msp.awaitUntil("/tickets/" + id, ticket -> "broad-street".equals(ticket.getString("client.siteCode")));
        assertEquals("Move our office to the 12th floor", msp.ticket(id).getString("title"));
    }

    private static List<String> at(Msp msp, String id, String kind) {
        return msp.get("/tickets/" + id + "/timeline").getList("items.findAll { it.kind == '" + kind + "' }.at");
    }

    @ParameterizedTest
    @CsvSource({
        "sourceUpdatedAt, 2026-06-11T18:05:01Z",
        "createdAt,       2026-06-11T18:05:01Z",
        "resolvedAt,      2026-06-12T00:00:00Z",
        "respondedAt,     9999-12-31T00:00:00Z",
    })
    void timesThatLieAheadGoToReviewAndAreNotFolded(String field, String time) {
        Msp msp = Msp.sandbox("2026-06-11T18:00:00Z");
        msp.put("70123", Snapshot.officeMove().with(field, time))
                .then()
                .statusCode(202)
                .body("outcome", equalTo("REVIEW"))
                .body("cause", equalTo("AHEAD_OF_TIME"))
                .body("field", equalTo(field));
        assertEquals(List.of(field), msp.get("/reviews").getList("items.field"));
        assertEquals(List.of(), msp.get("/tickets").getList("items"));
    }

    @Test
    void aTicketWhosePastHasGrownTooLargeGoesToReview() {
        Msp msp = Msp.sandbox("2026-06-11T18:00:00Z");
        String id = msp.send("70123", Snapshot.officeMove());
        sql.update(
                "INSERT INTO ticket_snapshot (id, tenant_id, ticket_id, source_updated_at, facts_hash, facts, messages,"
                        + " payload_id, known_at) SELECT ?, tenant_id, ticket_id, source_updated_at, ?, facts, 250000,"
                        + " payload_id, known_at FROM ticket_snapshot WHERE tenant_id = ?",
                UUID.randomUUID(),
                "0".repeat(64),
                msp.tenant);
        Snapshot more = Snapshot.officeMove().at("2026-06-11T18:00:01Z");
        msp.put("70123", more.message("m1", "2026-06-11T18:00:00Z", "MSP"))
                .then()
                .statusCode(202)
                .body("outcome", equalTo("REVIEW"))
                .body("field", equalTo("messages"));
        msp.put("70123", more.with("title", "No message is no more")).then().statusCode(200);
        assertEquals("No message is no more", msp.ticket(id).getString("title"));
    }

    @Test
    void clocksMayDifferByFiveMinutesAndWorkMayBeAgreedForLater() {
        Msp msp = Msp.sandbox("2026-06-11T18:00:00Z");
        msp.put("70123", Snapshot.officeMove().at("2026-06-11T18:05:00Z").with("scheduledFor", "2026-06-13T12:00:00Z"))
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title       | \"\"                          | title",
                "title       | null                          | title",
                "title       | 7                             | title",
                "createdAt   | \"2026-06-11\"                | createdAt",
                "createdAt   | 1781200800                    | createdAt",
                "createdAt   | \"+20000-01-01T00:00:00Z\"    | createdAt",
                "client      | {}                            | client",
                "client      | {\"code\":\"\"}               | client.code",
                "client      | {\"name\":\"x\"}              | client.name",
                "site        | {}                            | site",
                "category    | [\"Project\"]                 | category",
                "messages    | [{\"key\":\"1\"}]             | messages[0].at",
                "messages    | [null]                        | messages[0]",
                "messages    | [{\"key\":\"1\",\"at\":\"2026-06-11T18:00:00Z\",\"from\":\"BOSS\",\"public\":true}] | messages[0].from",
                "messages    | [{\"key\":\"1\",\"at\":\"2026-06-11T18:00:00Z\",\"from\":\"MSP\",\"public\":\"yes\"}] | messages[0].public",
                "confidential | \"true\"                     | confidential",
                "tenant      | \"another\"                   | tenant",
                "title       | \"half a \\ud800 character\"  | title",
            })
    void whatIsWrongIsRefusedByName(String member, String json, String field) {
        Msp msp = Msp.empty();
        msp.connect();
        String body =
                "{\"sourceUpdatedAt\":\"2026-06-11T18:00:00Z\",\"createdAt\":\"2026-06-11T18:00:00Z\",\"title\":\"t\","
                        + "\"client\":{\"code\":\"c\"},\"priority\":\"P3\",\"ticketClass\":\"REQUEST\",\"status\":\"OPEN\"}";
        String bad = body.contains("\"" + member + "\":")
                ? body.replaceFirst(
                        "\"" + member + "\":(\\{[^}]*}|\"[^\"]*\")",
                        Matcher.quoteReplacement("\"" + member + "\":" + json))
                : body.replace("{\"sourceUpdatedAt\"", "{\"" + member + "\":" + json + ",\"sourceUpdatedAt\"");
        msp.as("psa-sync")
                .contentType("application/json")
                .body(bad)
                .put(Msp.API + "/tickets/by-ref/cw/1")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem(field));
    }

    @Test
    void everyMissingFieldIsNamedAtOnce() {
        Msp msp = Msp.empty();
        msp.as("psa-sync")
                .contentType("application/json")
                .body("{}")
                .put(Msp.API + "/tickets/by-ref/cw/1")
                .then()
                .statusCode(400)
                .body(
                        "errors.field",
                        containsInAnyOrder(
                                "sourceUpdatedAt",
                                "createdAt",
                                "title",
                                "client",
                                "priority",
                                "ticketClass",
                                "status"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{", "''", "[]", "null", "{\"title\":\"a\",\"title\":\"b\"}", "{} {}"})
    void whatIsNoSnapshotIsRefused(String body) {
        Msp msp = Msp.empty();
        msp.as("psa-sync")
                .contentType("application/json")
                .body(body)
                .put(Msp.API + "/tickets/by-ref/cw/1")
                .then()
                .statusCode(400);
    }

    @Test
    void aConnectionThatIsNotThereAndAKeyThatIsTooLongAreRefused() {
        Msp msp = Msp.sandbox("2026-06-11T18:00:00Z");
        msp.as("psa-sync")
                .contentType("application/json")
                .body(Snapshot.officeMove().json())
                .put(Msp.API + "/tickets/by-ref/elsewhere/1")
                .then()
                .statusCode(404);
        msp.put("x".repeat(101), Snapshot.officeMove())
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("externalId"));
        msp.put("x".repeat(100), Snapshot.officeMove()).then().statusCode(201);
    }

    @Test
    void keysThatDifferInCaseOrAccentAreDifferentTickets() {
        Msp msp = Msp.sandbox("2026-06-11T18:00:00Z");
        for (String key : List.of("abc", "ABC", "äbc")) {
            msp.put(key, Snapshot.officeMove().with("client", Map.of("code", key)))
                    .then()
                    .statusCode(201);
        }
        assertEquals(3, msp.get("/tickets").getList("items").size());
    }
}
