package dev.remit.tickets.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import dev.remit.tickets.testing.Worked;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many tickets or time entries at once, a line each. */
@QuarkusTest
class ManyRowsTest extends TicketsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Response send(Msp msp, String path, String... lines) {
        return msp.as("psa-sync")
                .contentType("application/x-ndjson; charset=UTF-8")
                .body(String.join("\n", lines).getBytes(UTF_8))
                .post(Msp.API + path);
    }

    private static List<JsonPath> results(Response answer) {
        answer.then().statusCode(200).contentType(startsWith("application/x-ndjson"));
        return answer.asString().lines().map(JsonPath::from).toList();
    }

    private static String ticket(String externalId, Snapshot snapshot) {
        return line(Map.of("externalId", externalId, "ticket", snapshot.json()));
    }

    private static String line(Map<String, ?> members) {
        try {
            return JSON.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void eachLineHasItsOwnResultAndABadOneHarmsNoOther() {
        Msp msp = Msp.withLawFirm("2026-06-11T18:00:00Z");
        List<JsonPath> results = results(send(
                msp,
                "/tickets/by-ref/cw",
                ticket("1", Snapshot.officeMove().with("title", "Umzug ins 12. Stockwerk – Büro")),
                ticket("2", Snapshot.officeMove().with("title", "")),
                "",
                "{\"externalId\":\"3\",",
                "{\"externalId\":\"4\"}",
                "{\"externalId\":5,\"ticket\":{}}",
                "[]",
                "{\"externalId\":\"6\",\"ticket\":{\"colour\":1}}",
                "{\"externalId\":\"7\",\"ticket\":[]}",
                "{\"externalId\":\"\",\"ticket\":{}}",
                ticket("8", Snapshot.officeMove().with("createdAt", "2026-06-11T19:00:00Z")),
                ticket("1", Snapshot.officeMove().with("title", "Umzug ins 12. Stockwerk – Büro"))));
        assertEquals(
                List.of(1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12),
                results.stream().map(result -> result.getInt("row")).toList());
        assertEquals("CREATED", results.get(0).getString("receipt.outcome"));
        assertNull(results.get(0).get("problem"));
        assertProblem(results.get(1), "2", "ticket.title");
        assertEquals("https://remit.dev/problems/malformed-json", results.get(2).getString("problem.type"));
        assertProblem(results.get(3), "4", "ticket");
        assertProblem(results.get(4), null, "externalId");
        assertProblem(results.get(5), null, "body");
        assertProblem(results.get(6), "6", "ticket.colour");
        assertProblem(results.get(7), "7", "ticket");
        assertProblem(results.get(8), "", "externalId");
        assertEquals("REVIEW", results.get(9).getString("receipt.outcome"));
        assertEquals("AHEAD_OF_TIME", results.get(9).getString("receipt.cause"));
        assertEquals("UNCHANGED", results.get(10).getString("receipt.outcome"));
        assertEquals(results.get(0).getString("receipt.id"), results.get(10).getString("receipt.id"));

        assertEquals(
                "Umzug ins 12. Stockwerk – Büro",
                msp.awaitRuled(results.get(0).getString("receipt.id")).getString("title"));
        assertEquals(1, msp.get("/tickets").getList("items").size());
    }

    @Test
    void eachReceiptShowsWhatItIsAboutToWhoeverAsks() {
        Msp msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
        List<JsonPath> tickets = results(send(
                msp,
                "/tickets/by-ref/cw?view=true",
                ticket("1", Snapshot.officeMove()),
                ticket("2", Snapshot.officeMove().with("createdAt", "2026-06-13T19:00:00Z"))));
        assertEquals(tickets.get(0).getString("receipt.id"), tickets.get(0).getString("receipt.ticket.id"));
        assertNull(tickets.get(1).get("receipt.ticket"));
        JsonPath entry = results(send(
                        msp,
                        "/time-entries/by-ref/cw?view=true",
                        line(Map.of("externalId", "e1", "timeEntry", Worked.halfHour("dana", "2026-06-12T16:00:00Z")))))
                .getFirst();
        assertEquals("e1", entry.getString("receipt.timeEntry.externalId"));
    }

    private static void assertProblem(JsonPath result, String externalId, String field) {
        assertEquals(externalId, result.getString("externalId"));
        assertEquals(400, result.getInt("problem.status"));
        assertEquals(field, result.getString("problem.errors[0].field"));
        assertNull(result.get("receipt"));
    }

    @Test
    void aTicketSentByItselfAndInALineIsTheSame() {
        Msp msp = Msp.withLawFirm("2026-06-11T18:00:00Z");
        String id = msp.send("70123", Snapshot.officeMove());
        JsonPath result = results(send(msp, "/tickets/by-ref/cw", ticket("70123", Snapshot.officeMove())))
                .getFirst();
        assertEquals("UNCHANGED", result.getString("receipt.outcome"));
        assertEquals(id, result.getString("receipt.id"));
    }

    @Test
    void timeEntriesComeThatWayToo() {
        Msp msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
        msp.awaitRuled(msp.send("70123", Snapshot.officeMove()));
        List<JsonPath> results = results(send(
                msp,
                "/time-entries/by-ref/cw",
                line(Map.of("externalId", "e1", "timeEntry", Worked.halfHour("dana", "2026-06-12T16:00:00Z"))),
                line(Map.of("externalId", "e2", "timeEntry", Map.of())),
                line(Map.of("externalId", "e3", "timeEntry", Worked.halfHour("lee", "2026-06-12T16:00:00Z")))));
        assertEquals("CREATED", results.get(0).getString("receipt.outcome"));
        assertNotNull(results.get(1).get("problem"));
        assertEquals("CREATED", results.get(2).getString("receipt.outcome"));
        msp.awaitEvents("TimeEntryRecorded", 2);
    }

    @Test
    void whatIsWrongWithTheWholeIsRefused() {
        Msp msp = Msp.withLawFirm("2026-06-11T18:00:00Z");
        send(msp, "/tickets/by-ref/nobody", ticket("1", Snapshot.officeMove()))
                .then()
                .statusCode(404);
        msp.as("owner")
                .contentType("application/x-ndjson; charset=UTF-8")
                .body("{}".getBytes(UTF_8))
                .post(Msp.API + "/tickets/by-ref/cw")
                .then()
                .statusCode(403);
        String many = IntStream.range(0, 501).mapToObj(i -> "{}").collect(Collectors.joining("\n"));
        send(msp, "/tickets/by-ref/cw", many)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("body"))
                .body("errors.code", hasItem("size"));
        assertEquals(List.of(), results(send(msp, "/tickets/by-ref/cw", "")));
    }
}
