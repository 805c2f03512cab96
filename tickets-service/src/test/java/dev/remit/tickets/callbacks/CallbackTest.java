package dev.remit.tickets.callbacks;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.psa.connectwise.CallbackSignature;
import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Neighbours;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CallbackTest extends TicketsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String TICKET = """
            {"id":70123,"summary":"Move our office to the 12th floor","recordType":"ServiceTicket","mood":"hopeful",
             "board":{"id":1,"name":"Service"},"status":{"id":2,"name":"New"},"company":{"id":250,"name":"Whitfield"},
             "site":{"id":28,"name":"Broad Street"},"type":{"id":8,"name":"Project"},"subType":{"id":1,"name":"Office move"},
             "priority":{"id":4,"name":"Priority 3 - Normal Response"},"dateResponded":null,
             "_info":{"dateEntered":"2026-06-11T18:00:00Z","lastUpdated":"2026-06-11T18:00:00Z"}}
            """;
    private static final String ENTRY = """
            {"id":9001,"chargeToId":70123,"chargeToType":"ServiceTicket","member":{"identifier":"dana","name":"Dana Ruiz"},
             "workType":{"name":"On-site"},"timeStart":"2026-06-11T19:00:00Z","timeEnd":"2026-06-11T20:00:00Z",
             "actualHours":0.75,"billableOption":"Billable","_info":{"lastUpdated":"2026-06-11T20:05:00Z"}}
            """;

    @Test
    void aTicketAndItsTimeComeThroughTheDoor() {
        Msp msp = Msp.withLawFirm("2026-06-11T20:10:00Z");
        String id = post(msp, callback("ticket", "added", TICKET))
                .then()
                .statusCode(200)
                .body("outcome", equalTo("CREATED"))
                .extract()
                .path("id");
        assertEquals("EXTRA", msp.awaitRuled(id).getString("workItems[0].ruling.verdict"));
        post(msp, callback("time", "added", ENTRY)).then().statusCode(200);
        Map<String, Object> told =
                payload(msp.awaitEvents("TimeEntryRecorded", 1).getFirst());
        assertEquals(2_700, told.get("workedSeconds"));
        assertEquals("ONSITE", told.get("workType"));
    }

    @Test
    void thatOfASuspendedTenantIsRefusedAndTakenWhenItComesAgain() {
        Msp msp = Msp.withLawFirm("2026-06-11T20:10:00Z");
        tell(msp, "SUSPENDED");
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> post(msp, callback("ticket", "added", TICKET))
                .then()
                .statusCode(403)
                .body("type", equalTo("https://remit.dev/problems/tenant-suspended")));
        tell(msp, "ACTIVE");
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() ->
                        post(msp, callback("ticket", "added", TICKET)).then().statusCode(200));
    }

    private static void tell(Msp msp, String state) {
        Neighbours.CONTRACTS.publish(
                "TenantChanged",
                msp.tenant,
                Map.of("tenantId", msp.tenant.toString(), "name", "Acme IT", "kind", "SANDBOX", "state", state));
    }

    @Test
    void theSameFactsByPutAndByCallbackAreOneTicket() {
        Msp msp = Msp.withLawFirm("2026-06-11T20:10:00Z");
        String id = post(msp, callback("ticket", "added", TICKET)).path("id");
        assertEquals(id, msp.send("70123", Snapshot.officeMove().at("2026-06-11T18:10:00Z")));
        post(msp, callback("ticket", "updated", TICKET)).then().statusCode(200).body("outcome", equalTo("UNCHANGED"));
        assertEquals("2026-06-11T18:10:00Z", msp.ticket(id).getString("sourceUpdatedAt"));
    }

    /** The platform leaves out what is empty; what its tickets have no place for it says nothing of. */
    @Test
    void aCallbackSaysAllThatItsPlatformHasAPlaceForAndNothingElse() {
        Msp msp = Msp.withLawFirm("2026-06-11T20:10:00Z");
        String id = msp.send("70123", Snapshot.officeMove().with("confidential", true));
        assertEquals("broad-street", msp.awaitRuled(id).getString("client.siteCode"));
        String later = TICKET.replace("\"lastUpdated\":\"2026-06-11T18", "\"lastUpdated\":\"2026-06-11T19")
                .replace("\"site\":{\"id\":28,\"name\":\"Broad Street\"},", "");
        post(msp, callback("ticket", "updated", later)).then().body("outcome", equalTo("UPDATED"));
        msp.awaitUntil("/tickets/" + id, ticket -> ticket.getString("client.siteCode") == null);
        assertTrue(msp.ticket(id).getBoolean("confidential"));
    }

    @Test
    void anEntryThatSaysNothingOfBillingStaysAsItWas() {
        Msp msp = Msp.withLawFirm("2026-06-11T20:10:00Z");
        post(msp, callback("ticket", "added", TICKET));
        String entry = post(msp, callback("time", "added", ENTRY.replace("\"Billable\"", "\"DoNotBill\"")))
                .path("id");
        String silent = ENTRY.replace("\"billableOption\":\"Billable\",", "").replace("20:05", "20:06");
        post(msp, callback("time", "updated", silent.replace("0.75", "0.5")))
                .then()
                .body("outcome", equalTo("UPDATED"));
        assertEquals("NOT_BILLABLE", msp.get("/time-entries/" + entry).getString("billable"));
        post(msp, callback("time", "updated", ENTRY.replace("20:05", "20:07")));
        assertEquals("BILLABLE", msp.get("/time-entries/" + entry).getString("billable"));
    }

    @Test
    void nothingIsBelievedWithoutTheRightSignature() {
        Msp msp = Msp.withLawFirm("2026-06-11T20:10:00Z");
        byte[] body = callback("ticket", "added", TICKET);
        byte[] tampered = body.clone();
        tampered[tampered.length / 2] ^= 1;
        String right = CallbackSignature.of(body, Msp.SIGNING_KEY);

        refused(send(msp.connectionId, body, null));
        refused(send(msp.connectionId, body, ""));
        refused(send(msp.connectionId, body, "not base64!"));
        refused(send(msp.connectionId, body, CallbackSignature.of(body, "another key")));
        refused(send(msp.connectionId, tampered, right));
        refused(send(msp.connectionId, "{".getBytes(StandardCharsets.UTF_8), right));
        refused(send(UUID.randomUUID().toString(), body, right));
        refused(send(Msp.withLawFirm("2026-06-11T20:10:00Z").connectionId, body, CallbackSignature.of(body, "x")));

        assertEquals(List.of(), msp.get("/tickets").getList("items"));
        send(msp.connectionId, body, right).then().statusCode(200);
    }

    @Test
    void aTokenOpensNoDoor() {
        Msp msp = Msp.withLawFirm("2026-06-11T20:10:00Z");
        byte[] body = callback("ticket", "added", TICKET);
        refused(signed(msp.as("owner"), body, CallbackSignature.of(body, Msp.SIGNING_KEY))
                .post(Msp.API + "/connections/" + msp.connectionId + "/webhook"));
    }

    @Test
    void whatCannotBeUsedIsKeptAndListed() {
        Msp msp = Msp.withLawFirm("2026-06-11T20:10:00Z");
        byte[] noCompany = callback("ticket", "added", TICKET.replace("\"id\":250,", ""));
        byte[] noJson = "certainly not JSON".getBytes(StandardCharsets.UTF_8);
        byte[] ahead = callback(
                "ticket",
                "added",
                TICKET.replace("\"lastUpdated\":\"2026-06-11T18", "\"lastUpdated\":\"2026-06-11T23"));
        byte[] noTimes = callback("time", "added", ENTRY.replace("\"timeStart\":\"2026-06-11T19:00:00Z\",", ""));
        for (byte[] body : List.of(noCompany, noJson, ahead, noTimes, noCompany)) {
            post(msp, body).then().statusCode(202).body("outcome", equalTo("REVIEW"));
        }

        JsonPath reviews = msp.get("/reviews");

        assertEquals(List.of("UNUSABLE", "UNUSABLE", "AHEAD_OF_TIME", "NO_TIMES"), reviews.getList("items.cause"));
        assertEquals("Entity.company.id", reviews.getString("items[0].field"));
        assertEquals("sourceUpdatedAt", reviews.getString("items[2].field"));
        assertEquals(List.of(), msp.get("/tickets").getList("items"));
    }

    @Test
    void timeThatNobodyCouldRateIsKeptAndListedAndToldToNobody() {
        Msp msp = Msp.withLawFirm("2026-06-11T20:10:00Z");
        msp.awaitRuled(post(msp, callback("ticket", "added", TICKET)).path("id"));
        String start = "\"timeStart\":\"2026-06-11T19:00:00Z\"";
        String tooLong = "x".repeat(300);
        Map<String, String> fieldsByEntry = new LinkedHashMap<>();
        fieldsByEntry.put(ENTRY.replace("On-site", tooLong), "Entity.workType.name");
        fieldsByEntry.put(
                ENTRY.replace("\"timeStart\"", "\"workRole\":{\"name\":\"" + tooLong + "\"},\"timeStart\""),
                "Entity.workRole.name");
        fieldsByEntry.put(ENTRY.replace(start, "\"timeStart\":\"0001-01-01T00:00:00Z\""), "Entity.timeStart");
        fieldsByEntry.put(ENTRY.replace(start, "\"timeStart\":\"1899-12-31T23:59:59Z\""), "start");
        fieldsByEntry.put(ENTRY.replace(start, "\"timeStart\":\"2026-06-11T20:00:01Z\""), "end");
        fieldsByEntry.put(ENTRY.replace(start, "\"timeStart\":\"2016-06-01T00:00:00Z\""), "end");
        fieldsByEntry.put(ENTRY.replace("0.75", "\"1e100000000\""), "Entity.actualHours");
        fieldsByEntry.keySet().forEach(entry -> post(msp, callback("time", "added", entry))
                .then()
                .statusCode(202)
                .body("outcome", equalTo("REVIEW")));
        byte[] oddKind = "{\"ID\":1,\"Type\":1e400,\"Action\":\"added\"}".getBytes(StandardCharsets.UTF_8);
        post(msp, oddKind).then().statusCode(202);

        JsonPath reviews = msp.get("/reviews");

        List<String> fields = new ArrayList<>(fieldsByEntry.values());
        fields.add("Type");
        assertEquals(fields, reviews.getList("items.field"));
        assertEquals(Set.of("UNUSABLE"), Set.copyOf(reviews.getList("items.cause")));
        post(msp, callback("time", "added", ENTRY.replace("9001", "9002")));
        assertEquals(1, msp.awaitEvents("TimeEntryRecorded", 1).size());
    }

    @Test
    void workOfNineteenHundredIsListedAndToldToNobody() {
        Msp msp = Msp.withLawFirm("2026-06-11T20:10:00Z");
        msp.awaitRuled(post(msp, callback("ticket", "added", TICKET)).path("id"));
        post(
                        msp,
                        callback(
                                "time",
                                "added",
                                ENTRY.replace("2026-06-11T19:00:00Z", "1900-01-01T14:00:00Z")
                                        .replace("2026-06-11T20:00:00Z", "1900-01-01T15:00:00Z")))
                .then()
                .statusCode(202)
                .body("cause", equalTo("UNUSABLE"))
                .body("field", equalTo("start"));
        post(msp, callback("time", "added", ENTRY.replace("9001", "9002")));
        assertEquals(1, msp.awaitEvents("TimeEntryRecorded", 1).size());
    }

    @Test
    void workOfNoStatedKindIsTakenInAndToldWithoutOne() {
        Msp msp = Msp.withLawFirm("2026-06-11T20:10:00Z");
        post(msp, callback("ticket", "added", TICKET));
        String plain = ENTRY.replace("\"workType\":{\"name\":\"On-site\"},", "");
        String entry = post(msp, callback("time", "added", plain)).path("id");
        Map<String, Object> told =
                payload(msp.awaitEvents("TimeEntryRecorded", 1).getFirst());
        assertNull(told.get("workType"));
        assertEquals(2_700, told.get("workedSeconds"));
        assertNull(msp.get("/time-entries/" + entry).get("workType"));
    }

    @Test
    void otherKindsOfObjectAreNoneOfOurs() {
        Msp msp = Msp.withLawFirm("2026-06-11T20:10:00Z");
        post(msp, callback("company", "updated", "{}")).then().statusCode(200).body("outcome", equalTo("IGNORED"));
        assertEquals(List.of(), msp.get("/reviews").getList("items"));
    }

    @Test
    void aDeletedTicketIsCancelledAndADeletedEntryWithdrawnWhateverComesFirst() {
        Msp msp = Msp.withLawFirm("2026-06-11T20:10:00Z");
        post(msp, callback("time", "deleted", "")).then().statusCode(200);
        String id = post(msp, callback("ticket", "added", TICKET)).path("id");
        post(msp, callback("time", "added", ENTRY.replace("9001", "70123")))
                .then()
                .statusCode(200);
        assertEquals(
                true,
                payload(msp.awaitEvents("TimeEntryRecorded", 1).getFirst()).get("deleted"));
        assertFalse(msp.ticket(id).getBoolean("deleted"));

        post(msp, callback("ticket", "deleted", "")).then().statusCode(200);
        post(msp, callback("ticket", "updated", TICKET)).then().statusCode(200);
        msp.awaitUntil("/tickets/" + id, ticket -> ticket.getBoolean("deleted"));
        assertEquals("CANCELLED", msp.get("/tickets/" + id + "/clocks").getString("cancelledFor"));
    }

    @Test
    void aTicketThatItsSourceRestoresIsATicketAgain() {
        Msp msp = Msp.withLawFirm("2026-06-11T20:10:00Z");
        String id = post(msp, callback("ticket", "added", TICKET)).path("id");
        msp.awaitRuled(id);
        post(msp, callback("ticket", "deleted", "")).then().body("outcome", equalTo("DELETED"));
        msp.awaitUntil("/tickets/" + id, ticket -> ticket.getBoolean("deleted"));
        post(msp, callback("ticket", "deleted", "")).then().body("outcome", equalTo("UNCHANGED"));
        msp.clock("2026-06-11T21:00:00Z");
        String restored = TICKET.replace(
                "\"lastUpdated\":\"2026-06-11T18", "\"lastUpdated\":\"2026-06-11T20:30:00Z\",\"was\":\"2026-06-11T18");
        post(msp, callback("ticket", "updated", restored)).then().statusCode(200);
        JsonPath back = msp.awaitUntil("/tickets/" + id, ticket -> !ticket.getBoolean("deleted"));
        assertEquals("OPEN", back.getString("status"));
        assertNull(msp.get("/tickets/" + id + "/clocks").getString("cancelledFor"));
    }

    @Test
    void aTicketThatIsDeletedAndRestoredShowsBothAndItsClocksLeaveTheTimeBetweenOut() {
        Msp msp = Msp.withLawFirm("2026-06-11T18:30:00Z");
        String id = post(msp, callback("ticket", "added", TICKET)).path("id");
        msp.awaitRuled(id);
        msp.clock("2026-06-11T19:00:00Z");
        post(msp, callback("ticket", "deleted", "")).then().statusCode(200);
        msp.awaitUntil("/tickets/" + id, ticket -> ticket.getBoolean("deleted"));
        msp.clock("2026-06-11T20:30:00Z");
        post(msp, changed("20:00")).then().body("outcome", equalTo("UPDATED"));
        msp.awaitUntil("/tickets/" + id, ticket -> !ticket.getBoolean("deleted"));
        msp.clock("2026-06-11T21:00:00Z");
        post(msp, callback("ticket", "deleted", "")).then().body("outcome", equalTo("DELETED"));
        msp.awaitUntil("/tickets/" + id, ticket -> ticket.getBoolean("deleted"));
        msp.clock("2026-06-11T22:00:00Z");
        post(msp, changed("21:30")).then().body("outcome", equalTo("UPDATED"));
        msp.awaitUntil("/tickets/" + id, ticket -> !ticket.getBoolean("deleted"));

        JsonPath timeline = msp.get("/tickets/" + id + "/timeline");
        String turns = "items.findAll { it.kind in ['CREATED', 'DELETED', 'RESTORED'] }.";
        assertEquals(
                List.of("CREATED", "DELETED", "RESTORED", "DELETED", "RESTORED"), timeline.getList(turns + "kind"));
        assertEquals(
                List.of(
                        "2026-06-11T18:00:00Z",
                        "2026-06-11T19:00:00Z",
                        "2026-06-11T20:00:00Z",
                        "2026-06-11T21:00:00Z",
                        "2026-06-11T21:30:00Z"),
                timeline.getList(turns + "at"));
        JsonPath clocks = msp.clocks(id, "2026-06-11T22:00:00Z");
        assertNull(clocks.getString("cancelledFor"));
        assertEquals(90 * 60, clocks.getInt("secondsByOwner.ended"));
        assertEquals(
                "CANCELLED",
                msp.get("/tickets/" + id + "/clocks?asOf=2026-06-11T19:30:00Z&knownAt=2026-06-11T19:30:00Z")
                        .getString("cancelledFor"));
    }

    private static byte[] changed(String at) {
        return callback(
                "ticket",
                "updated",
                TICKET.replace(
                        "\"lastUpdated\":\"2026-06-11T18:00:00Z\"", "\"lastUpdated\":\"2026-06-11T" + at + ":00Z\""));
    }

    private static Response post(Msp msp, byte[] body) {
        return send(msp.connectionId, body, CallbackSignature.of(body, Msp.SIGNING_KEY));
    }

    private static Response send(String connection, byte[] body, String signature) {
        return signed(given(), body, signature).post(Msp.API + "/connections/" + connection + "/webhook");
    }

    private static RequestSpecification signed(RequestSpecification request, byte[] body, String signature) {
        request.contentType("application/json").body(body);
        return signature == null ? request : request.header(CallbackSignature.HEADER, signature);
    }

    private static void refused(Response answer) {
        answer.then().statusCode(401).body("type", equalTo("https://remit.dev/problems/unauthorized"));
    }

    private static byte[] callback(String type, String action, String entity) {
        try {
            return JSON.writeValueAsBytes(Map.of("ID", 70123, "Type", type, "Action", action, "Entity", entity));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> payload(Map<String, Object> event) {
        return (Map<String, Object>) event.get("payload");
    }
}
