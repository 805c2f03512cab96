package dev.remit.tickets.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long it took, what came back, and what is open. Tickets are created on Thursday, 11 June 2026 at 14:00 in New York. */
@QuarkusTest
class TicketReportsTest extends TicketsTest {
    private static final String REOPENINGS = "/reports/reopenings?period=2026-06";

    private Msp msp;

    @BeforeEach
    void withALawFirm() {
        msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
    }

    private void send(String externalId, String at, String status) {
        msp.awaitRuled(msp.send(externalId, Snapshot.officeMove().at(at).status(status)));
    }

    @Test
    void whatWasReopenedIsToldWithItsShareOfWhatWasResolved() {
        for (String ticket : List.of("1", "2", "3")) {
            send(ticket, "2026-06-11T18:00:00Z", "New");
            send(ticket, "2026-06-11T19:00:00Z", "Completed");
        }
        send("1", "2026-06-12T13:00:00Z", "In Progress");
        JsonPath report = msp.awaitUntil(REOPENINGS, read -> read.getInt("total.reopened") == 1);
        assertEquals(3, report.getInt("total.resolved"));
        assertEquals(1, report.getInt("total.reopenedSince"));
        assertEquals("33.33", report.getString("total.percent"));
        assertEquals(List.of("1"), report.getList("reopenings.ticket.externalId"));
        assertEquals(2, msp.get("/reports/durations?period=2026-06").getInt("total[1].number"));
        assertEquals(
                "period,clientCode,priority,clock,number,medianSeconds,percentile80Seconds,percentile95Seconds,bands",
                msp.as("finance")
                        .get(Msp.API + "/reports/durations.csv?period=2026-06")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString()
                        .lines()
                        .findFirst()
                        .orElseThrow());
        assertEquals(1, msp.get("/reports/ageing").getInt("number"));
    }

    @Test
    void anOpenTicketAges() {
        send("1", "2026-06-11T18:00:00Z", "New");
        msp.awaitUntil("/reports/ageing", read -> read.getInt("number") == 1);
        msp.clock("2026-06-14T17:59:59Z");
        assertEquals(1, msp.get("/reports/ageing").getInt("bands[1].number"), "two days and a bit");
        msp.clock("2026-06-14T18:00:00Z");
        assertEquals(1, msp.get("/reports/ageing").getInt("bands[2].number"), "three days");
        msp.clock("2026-09-30T00:00:00Z");
        assertEquals(1, msp.get("/reports/ageing").getInt("bands[6].number"));
    }

    @Test
    void aClientSeesItsOwnAlone() {
        send("1", "2026-06-11T18:00:00Z", "New");
        send("1", "2026-06-11T19:00:00Z", "Completed");
        send("2", "2026-06-11T18:00:00Z", "New");
        msp.awaitUntil(REOPENINGS, read -> read.getInt("total.resolved") == 1);
        msp.tellClient(UUID.randomUUID(), "another", "999", "99");
        for (String report : List.of("durations?period=2026-06", "reopenings?period=2026-06", "ageing")) {
            String path = Msp.API + "/reports/" + report;
            String own = msp.partner().get(path).asString();
            assertEquals(List.of(Msp.CLIENT), JsonPath.from(own).getList("clients.clientCode"), own);
            assertFalse(own.contains("Move our office"), own);
            assertEquals(List.of(), msp.partnerOf("another").get(path).path("clients"), report);
        }
    }
}
