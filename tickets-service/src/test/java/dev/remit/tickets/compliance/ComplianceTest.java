package dev.remit.tickets.compliance;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The figures of a period, and what is behind them. Of responses at P3, 95 in a hundred are promised a month. */
@QuarkusTest
class ComplianceTest extends TicketsTest {
    private static final String REPORT = "/compliance?period=2026-06";

    private Msp msp;

    @BeforeEach
    void signedWithAPromise() {
        msp = Msp.withExcuses("2026-06-13T22:00:00Z");
    }

    /** Created on Thursday at 14:00 in New York; its response is due on Friday at 9:00. */
    private String late(String externalId) {
        return msp.awaitRuled(msp.send(externalId, Snapshot.officeMove())).getString("id");
    }

    private String answered(String externalId) {
        Snapshot answered = Snapshot.officeMove()
                .message("m1", "2026-06-11T19:00:00Z", "MSP")
                .at("2026-06-11T19:00:00Z");
        return msp.awaitRuled(msp.send(externalId, answered)).getString("id");
    }

    private void excuse(String id) {
        msp.posting("service-desk")
                .body(Map.of(
                        "clock",
                        "RESPONSE",
                        "cycle",
                        "created",
                        "reason",
                        "FORCE_MAJEURE",
                        "note",
                        "The grid was down"))
                .post(Msp.API + "/tickets/" + id + "/excuses")
                .then()
                .statusCode(201);
    }

    private static String responses(JsonPath report, String figure) {
        return report.getString("clients[0].clocks.find { it.clock == 'RESPONSE' }.figures." + figure);
    }

    @Test
    void oneCallGivesWhatWasMetAndMissedOfAMonth() {
        late("1");
        answered("2");
        answered("3");

        JsonPath report = msp.get(REPORT);
        assertEquals(List.of(Msp.CLIENT), report.getList("clients.clientCode"));
        assertEquals("P3", report.getString("clients[0].clocks[0].priority"));
        assertEquals("2", responses(report, "met"));
        assertEquals("1", responses(report, "breached"));
        assertEquals("66.66", responses(report, "percent"));
        assertEquals(3, report.getInt("total.counted"));
        assertEquals(List.of("2026-06"), report.getList("clients[0].months.month"));
        assertEquals("2026-06-30", report.getString("to"));
        assertEquals(3, msp.get("/compliance?period=2026-Q2").getInt("total.counted"));
        assertEquals(3, msp.get("/compliance").getInt("total.counted"));
        assertEquals(0, msp.get("/compliance?period=2026-07").getInt("total.counted"));
        assertEquals(0, msp.get(REPORT + "&priority=P1").getInt("total.counted"));
        assertEquals(0, msp.get(REPORT + "&clock=UPDATE").getInt("total.counted"));
        assertEquals(3, msp.get(REPORT + "&clientCode=" + Msp.CLIENT).getInt("total.counted"));
        assertEquals(0, msp.get(REPORT + "&clientCode=nobody").getInt("total.counted"));
        msp.as("owner").get(Msp.API + "/compliance?period=2026-13").then().statusCode(400);
    }

    @Test
    void aFactThatComesLateCorrectsTheFigures() {
        String id = late("1");
        assertEquals("1", responses(msp.get(REPORT), "breached"));

        answered("1");
        msp.awaitEvents("ClockCorrected", 1);
        assertEquals("0", responses(msp.get(REPORT), "breached"));
        assertEquals("1", responses(msp.get(REPORT), "met"));
        assertEquals(id, msp.get("/compliance/cycles?period=2026-06").getString("items[0].ticket.id"));
    }

    @Test
    void aMissCountsAtThePriorityAndForTheMonthInWhichItWasMissed() {
        late("1");
        msp.clock("2026-07-03T12:00:00Z");
        msp.send(
                "1",
                Snapshot.officeMove()
                        .at("2026-07-02T14:00:00Z")
                        .with("priority", "Priority 1 - Emergency Response")
                        .status("Completed"));
        msp.awaitUntil(
                "/compliance/cycles?period=2026-06&clock=RESOLUTION",
                read -> read.getList("items").size() == 1 && read.getString("items[0].endedAt") != null);

        JsonPath june = msp.get(REPORT);
        assertEquals(List.of("P3", "P3"), june.getList("clients[0].clocks.priority"));
        assertEquals(List.of("RESPONSE", "RESOLUTION"), june.getList("clients[0].clocks.clock"));
        assertEquals(2, june.getInt("total.breached"));
        assertEquals(0, msp.get("/compliance?period=2026-07").getInt("total.counted"));
    }

    @Test
    void whatRanBeforeItsPriorityWasKnownCountsAtTheFirstThatThereIsALevelFor() {
        msp.awaitRuled(msp.send("1", Snapshot.officeMove().with("priority", "Unheard of")));
        msp.send("1", Snapshot.officeMove().at("2026-06-12T20:00:00Z"));
        msp.awaitEvents("ClockBreached", 1);
        assertEquals(List.of("P3"), msp.get("/compliance/cycles?period=2026-06").getList("items.priority"));
    }

    @Test
    void whatIsCancelledIsLeftOutAndListedWithItsReason() {
        msp.send("1", Snapshot.officeMove().at("2026-06-12T20:00:00Z").status("Cancelled"));
        JsonPath report =
                msp.awaitUntil(REPORT, read -> !read.getList("clients").isEmpty());
        assertEquals(0, report.getInt("total.counted"));
        assertNull(report.get("total.percent"));
        assertEquals(
                "CANCELLED",
                report.getString("clients[0].clocks.find { it.clock == 'RESPONSE' }.figures.leftOut[0].reason"));
        assertEquals(
                "NO_TARGET",
                report.getString("clients[0].clocks.find { it.clock == 'PLAN' }.figures.leftOut[0].reason"));
        JsonPath clocks = msp.get("/compliance/cycles?period=2026-06&result=LEFT_OUT&clock=PLAN");
        assertEquals("NO_TARGET", clocks.getString("items[0].leftOut"));
        assertNull(clocks.get("items[0].cycle"));
    }

    @Test
    void anExcuseIsCountedBesideAndAPromiseIsReadBothWays() {
        excuse(late("1"));
        answered("2");

        JsonPath report = msp.get(REPORT);
        assertEquals("1", responses(report, "breached"));
        assertEquals("50.00", responses(report, "percent"));
        assertEquals("100.00", responses(report, "percentWithExcuses"));
        assertEquals("FORCE_MAJEURE", responses(report, "excused[0].reason"));
        assertEquals(
                "FORCE_MAJEURE",
                msp.get("/compliance/cycles?period=2026-06&result=BREACHED").getString("items[0].excuse"));

        JsonPath open = msp.get("/compliance/promises?period=2026-06");
        assertEquals(1, open.getList("promises").size());
        assertEquals("3.1", open.getString("promises[0].clause"));
        assertEquals("OPEN", open.getString("promises[0].asItIs"));
        assertEquals(0, open.getInt("promises[0].budget.missed"));
        // On the 13th of 30 days, with one that counts: two are expected.
        assertEquals(2, open.getInt("promises[0].budget.expected"));

        msp.clock("2026-07-01T12:00:00Z");
        JsonPath over = msp.get("/compliance/promises?period=2026-06");
        assertEquals("MISSED", over.getString("promises[0].asItIs"));
        assertEquals("KEPT", over.getString("promises[0].withExcuses"));
        assertEquals("100.00", over.getString("promises[0].percentWithExcuses"));
        assertNull(over.get("promises[0].budget"));
        assertEquals(
                List.of("2026-04", "2026-05", "2026-06"),
                msp.get("/compliance/promises?period=2026-Q2").getList("promises.period"));
        assertEquals(
                List.of(),
                msp.get("/compliance/promises?period=2026-06&clock=UPDATE").getList("promises"));
    }

    @Test
    void theFigureIsAFileToo() {
        late("1");
        answered("2");
        for (String accept : List.of("text/csv", "application/json", "*/*")) {
            String csv = msp.as("finance")
                    .accept(accept)
                    .get(Msp.API + "/compliance.csv?period=2026-06")
                    .then()
                    .statusCode(200)
                    .contentType(startsWith("text/csv"))
                    .header("Content-Disposition", equalTo("attachment; filename=\"remit-compliance-2026-06.csv\""))
                    .extract()
                    .asString();
            assertEquals(
                    "period,clientCode,priority,clock,met,breached,counted,percent,percentWithExcuses,excused,leftOut,"
                            + "percentFrom,percentTo\r\n"
                            + "2026-06,whitfield-crane,P3,RESPONSE,1,1,2,50.00,50.00,,,50.00,50.00\r\n",
                    csv);
        }
    }

    @Test
    void theClocksBehindAFigureAreListedPageByPage() {
        for (int i = 0; i < 5; i++) {
            late("" + i);
        }
        List<String> seen = new ArrayList<>();
        String list = "/compliance/cycles?period=2026-06&result=BREACHED&clock=RESPONSE&limit=2";
        JsonPath page = msp.get(list);
        seen.addAll(page.getList("items.ticket.externalId"));
        while (page.getString("next") != null) {
            page = msp.get(list + "&cursor=" + page.getString("next"));
            seen.addAll(page.getList("items.ticket.externalId"));
        }
        assertEquals(List.of("0", "1", "2", "3", "4"), seen.stream().sorted().toList());
        assertEquals("2026-06-12", page.getString("items[0].countedOn"));
        assertEquals("2026-06-12T13:00:00Z", page.getString("items[0].due"));
        String clocks = page.getString("items[0].ticket.clocks");
        msp.as("owner").get(clocks).then().statusCode(200).body("clocks[0].state", equalTo("BREACHED"));
    }

    @Test
    void aClientSeesItsOwnAlone() {
        late("1");
        msp.tellClient(UUID.randomUUID(), "another", "999", "99");
        for (String path : List.of("/compliance", "/compliance/cycles", "/compliance/promises")) {
            String own = msp.partner().get(Msp.API + path + "?period=2026-06").asString();
            String another = msp.partnerOf("another")
                    .get(Msp.API + path + "?period=2026-06")
                    .asString();
            assertTrue(own.contains("RESPONSE"), own);
            assertFalse(own.contains("Move our office"), own);
            assertFalse(another.contains("RESPONSE"), another);
        }
        assertEquals(
                List.of(),
                msp.partner()
                        .get(Msp.API + "/compliance?period=2026-06&clientCode=another")
                        .path("clients"));
    }
}
