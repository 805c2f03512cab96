package dev.remit.tickets.reports;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Whose the time of a period was. Created on Thursday, 11 June 2026 at 14:00 in New York, where the office is open until 17:30;
 * read on Friday at 10:00.
 */
@QuarkusTest
class WaitsReportTest extends TicketsTest {
    private static final String REPORT = "/reports/waits?period=2026-06";
    private static final String READ_AT = "2026-06-12T14:00:00Z";

    private static long owned(JsonPath report, String owner, String member) {
        return report.getLong("total.owners.findAll { it.owner == '" + owner + "' }." + member + ".sum() ?: 0");
    }

    private static String waiting(Msp msp, String externalId) {
        return msp.awaitRuled(msp.send(
                        externalId,
                        Snapshot.officeMove().at("2026-06-11T19:00:00Z").status("Waiting Vendor")))
                .getString("id");
    }

    private static void begin(Msp msp, String externalId) {
        msp.awaitRuled(msp.send(externalId, Snapshot.officeMove()));
    }

    @Test
    void whatGoesOnIsCountedUpToNow() {
        Msp msp = Msp.withLawFirm(READ_AT);
        begin(msp, "1");
        waiting(msp, "1");
        msp.awaitUntil(REPORT, read -> read.getList("longest").size() == 1);
        JsonPath report = msp.get(REPORT);
        // MSP 14:00 to 15:00; the supplier 15:00 to 17:30 and 8:30 to 10:00.
        assertEquals(3_600, owned(report, "MSP", "seconds"));
        assertEquals(4 * 3_600, owned(report, "VENDOR", "seconds"));
        assertEquals(19 * 3_600, owned(report, "VENDOR", "realSeconds"));
        assertEquals(15 * 3_600, owned(report, "CLOSED", "seconds"));
        assertEquals(20 * 3_600, report.getLong("total.seconds"));
        assertEquals(1, report.getLong("total.tickets"));
        assertEquals("VENDOR", report.getString("longest[0].owner"));
        assertEquals(4 * 3_600, report.getLong("longest[0].seconds"));
        assertEquals(19 * 3_600, report.getLong("longest[0].realSeconds"));
        assertEquals(true, report.getBoolean("longest[0].goesOn"));

        msp.clock("2026-07-01T13:30:00Z");
        // From 12 June to the end of the month 12 days are open, since the 19th is a holiday, and the day before from
        // 15:00.
        assertEquals((12 * 9 * 2 + 5) * 1_800L, owned(msp.get(REPORT), "VENDOR", "seconds"));
        JsonPath july = msp.get("/reports/waits?period=2026-07");
        assertEquals(3_600, owned(july, "VENDOR", "seconds"));
        assertEquals(1, owned(july, "VENDOR", "waits"));
        assertEquals((12 * 9 * 2 + 5 + 2) * 1_800L, july.getLong("longest[0].seconds"), "from its beginning");
        JsonPath both = msp.get("/reports/waits?period=2026");
        assertEquals(1, owned(both, "VENDOR", "waits"));
        assertEquals((12 * 9 * 2 + 5 + 2) * 1_800L, owned(both, "VENDOR", "seconds"));
        assertEquals(List.of(), msp.get("/reports/waits?period=2026-08").getList("clients"));
        assertEquals(List.of(), msp.get("/reports/waits?period=2026-05").getList("clients"));
    }

    @Test
    void aFactThatComesLateCorrectsTheFigures() {
        Msp msp = Msp.withLawFirm(READ_AT);
        begin(msp, "1");
        waiting(msp, "1");
        msp.send("1", Snapshot.officeMove().at("2026-06-11T20:00:00Z").status("In Progress"));
        JsonPath report = msp.awaitUntil(REPORT, read -> owned(read, "VENDOR", "seconds") == 3_600);
        assertEquals(4 * 3_600, owned(report, "MSP", "seconds"));
        assertEquals(2, owned(report, "MSP", "waits"));
        assertEquals(false, report.getBoolean("longest[0].goesOn"));
    }

    @Test
    void whoWaitsForAnApproverIsTold() {
        Msp msp = Msp.withLawFirm(READ_AT);
        String id = msp.awaitRuled(msp.send("1", Snapshot.officeMove())).getString("id");
        msp.quoteSent(id, UUID.randomUUID(), "2026-06-11T20:00:00Z");
        JsonPath report = msp.awaitUntil(REPORT, read -> owned(read, "APPROVAL", "seconds") > 0);
        assertEquals("Eleanor Whitfield", report.getString("clients[0].approvers[0].approver"));
        assertEquals(3 * 3_600, report.getLong("clients[0].approvers[0].seconds"));
        assertEquals(1, report.getLong("clients[0].approvers[0].tickets"));
        assertEquals("Eleanor Whitfield", report.getString("longest[0].approver"));
        msp.as("finance")
                .get(Msp.API + "/reports/waits.csv?period=2026-06")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header("Content-Disposition", equalTo("attachment; filename=\"remit-waits-2026-06.csv\""))
                .body(equalTo("period,clientCode,owner,approver,seconds,realSeconds,tickets,waits\r\n"
                        + "2026-06,whitfield-crane,APPROVAL,Eleanor Whitfield,10800,64800,1,1\r\n"
                        + "2026-06,whitfield-crane,MSP,,7200,7200,1,1\r\n"
                        + "2026-06,whitfield-crane,CLOSED,,54000,,,\r\n"));
    }

    @Test
    void aClientSeesItsOwnAlone() {
        Msp msp = Msp.withLawFirm(READ_AT);
        begin(msp, "1");
        msp.tellClient(UUID.randomUUID(), "another", "999", "99");
        String own = msp.partner().get(Msp.API + REPORT).asString();
        assertEquals(List.of(Msp.CLIENT), JsonPath.from(own).getList("clients.clientCode"));
        assertFalse(own.contains("Move our office"), own);
        JsonPath another =
                JsonPath.from(msp.partnerOf("another").get(Msp.API + REPORT).asString());
        assertEquals(List.of(), another.getList("clients"));
        assertEquals(0, another.getLong("total.seconds"));
        assertNull(another.get("longest[0]"));
        assertEquals(
                List.of(),
                msp.partner().get(Msp.API + REPORT + "&clientCode=another").path("clients"));
    }
}
