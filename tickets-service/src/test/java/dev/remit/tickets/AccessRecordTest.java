package dev.remit.tickets;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.remit.psa.connectwise.CallbackSignature;
import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who read what was ruled and worked, and whose signature was wrong. */
@QuarkusTest
class AccessRecordTest extends TicketsTest {
    private static final String NOW = "2026-06-11T20:10:00Z";

    @Test
    void readsOfRulingsClocksAndTimeAreOnRecord() {
        Msp msp = Msp.withLawFirm(NOW);
        String ticket = "/tickets/" + msp.send("70123", Snapshot.officeMove());
        for (String read : List.of(ticket, ticket + "/rulings", ticket + "/clocks", ticket + "/time-entries")) {
            msp.as("technician").get(Msp.API + read).then().statusCode(200);
        }
        JsonPath records = awaitRecords(msp, "user=technician", 4);
        assertEquals(
                Set.of("getTicket", "listTicketRulings", "getTicketClocks", "listTicketTimeEntries"),
                Set.copyOf(records.getList("items.operation")));
    }

    @Test
    void aWrongSignatureIsOnRecordForTheTenantOfTheConnectionAndNamesNobody() {
        Msp msp = Msp.sandbox(NOW);
        byte[] body = "{\"ID\":1,\"Type\":\"company\",\"Action\":\"updated\"}".getBytes(StandardCharsets.UTF_8);
        String door = Msp.API + "/connections/" + msp.connectionId + "/webhook";
        String request = given().contentType("application/json")
                .header("X-Forwarded-For", "203.0.113.9")
                .header(CallbackSignature.HEADER, CallbackSignature.of(body, "another key"))
                .body(body)
                .post(door)
                .then()
                .statusCode(401)
                .extract()
                .header("X-Request-Id");
        JsonPath record = awaitRecords(msp, "operation=receiveCallback", 1);
        assertEquals(door, record.getString("items[0].object"));
        assertEquals("203.0.113.9", record.getString("items[0].address"));
        assertEquals("REFUSED", record.getString("items[0].outcome"));
        assertEquals(401, record.getInt("items[0].status"));
        assertEquals(request, record.getString("items[0].requestId"));
        assertNull(record.getString("items[0].user.subject"));
        assertNull(record.getString("items[0].user.login"));
        assertEquals(
                List.of(),
                records(Msp.sandbox(NOW), "operation=receiveCallback").getList("items"));
    }

    private static JsonPath awaitRecords(Msp msp, String query, int count) {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> records(msp, query).getList("items").size() == count);
        return records(msp, query);
    }

    private static JsonPath records(Msp msp, String query) {
        return msp.as("owner")
                .get(Msp.API + "/access-records?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
