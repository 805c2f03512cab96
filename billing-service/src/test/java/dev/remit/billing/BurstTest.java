package dev.remit.billing;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.kit.testing.sql.StatementRecorder;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Much at once, and much before: neither makes the next thing dear, nor keeps a book closed to others. */
@QuarkusTest
class BurstTest extends BillingTest {
    private static final int MANY = 2_300;

    @Inject
    DataSource dataSource;

    @Test
    void aBurstOfOneClientsEntriesCostsAFewFolds() {
        LawFirm firm = firm().ruledExtra();
        firm.approved("90000.00");
        firm.atOnce(() -> IntStream.range(0, 60).forEach(i -> firm.recorded(hour(firm, i))));
        assertEquals(
                60,
                firm.extras().stream()
                        .filter(extra -> "LABOUR".equals(extra.get("kind")))
                        .count());
        int links = EvidenceCheck.links(
                        firm.tenant, (String) firm.extras().getFirst().get("id"))
                .size();
        assertTrue(links <= 5, links + " links");
    }

    @Test
    void theOrderWithinABurstDoesNotMatter() {
        LawFirm one = firm().ruledExtra();
        LawFirm other = firm().ruledExtra();
        one.approved("1000.00");
        other.approved("1000.00");
        one.atOnce(() -> IntStream.range(0, 20).forEach(i -> one.recorded(hour(one, i))));
        IntStream.range(0, 20).map(i -> 19 - i).forEach(i -> other.recorded(hour(other, i)));
        assertEquals(one.lines(), other.lines());
    }

    @Test
    void clientsThatBecomeKnownLateAreCaughtUpInSteps() {
        LawFirm firm = firm();
        firm.agreementActivated();
        firm.atOnce(() -> IntStream.range(0, 120).forEach(i -> firm.ruled(UUID.randomUUID(), "EXTRA", true)));
        firm.clientKnown();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> as(firm.tenant, "owner")
                .get(API + "/quotes?limit=200")
                .then()
                .body("items.size()", equalTo(120)));
        List<String> items =
                as(firm.tenant, "owner").get(API + "/quotes?limit=200").path("items.workItemId");
        assertEquals(120, items.stream().distinct().count());
    }

    @Test
    void aCutOffOfManyLinesGoesOnInSteps() {
        LawFirm firm = firm().ruledExtra();
        firm.approved("4000.00");
        firm.recorded(firm.entry("dana", "2026-06-15T14:00:00Z", "2026-06-15T15:00:00Z"), "travel", false);
        copies(firm, 620, "OPEN");
        String made = firm.cutOff("2026-06-30")
                .then()
                .statusCode(202)
                .body("status", equalTo("UNDER_WAY"))
                .body("lines", equalTo(500))
                .extract()
                .path("id");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> as(firm.tenant, "finance")
                .get(API + "/cut-offs/" + made)
                .then()
                .body("status", equalTo("DONE"))
                .body("lines", equalTo(621))
                .body("firstPosition", equalTo(1))
                .body("lastPosition", equalTo(621)));
        Tables.execute("DELETE FROM extra WHERE tenant_id = UUID_TO_BIN('" + firm.tenant
                + "') AND time_entry_id <> (SELECT id FROM time_entry WHERE tenant_id = UUID_TO_BIN('" + firm.tenant
                + "'))");
    }

    /** Some hundreds are in memory at once; the file is one all the same. */
    @Test
    void aBatchOfManyLinesIsMadeHandedOutAndAcknowledgedInParts() {
        LawFirm firm = firm().ruledExtra();
        firm.approved("4000.00");
        firm.recorded(firm.entry("dana", "2026-06-15T14:00:00Z", "2026-06-15T15:00:00Z"), "travel", false);
        firm.cutOff("2026-06-30").then().statusCode(200);
        copies(firm, MANY, "LOCKED");
        AtomicReference<Response> made = new AtomicReference<>();
        int trips = StatementRecorder.roundTrips(
                () -> made.set(once(as(firm.tenant, "finance")).body("{}").post(API + "/export-batches")));
        assertTrue(trips > 20 && trips < MANY / 4, trips + " round trips");
        Response batch = made.get()
                .then()
                .statusCode(201)
                .body("lines", equalTo(MANY + 1))
                .extract()
                .response();
        Response file = as(firm.tenant, "finance-pull").get(API + "/export-batches/1/lines.csv");
        assertEquals("\"" + batch.path("csvHash") + "\"", file.header("ETag"));
        assertEquals(batch.path("csvHash"), UpstreamResource.hash(file.asByteArray()));
        assertEquals(MANY + 2, file.asString().lines().count());
        as(firm.tenant, "finance-pull")
                .body("{\"reference\":\"INV-1\"}")
                .post(API + "/export-batches/1/acknowledgement")
                .then()
                .statusCode(200);
        as(firm.tenant, "owner").get(API + "/audit/verification").then().body("intact", equalTo(true));
        assertEquals(
                MANY + 1,
                Tables.execute("UPDATE extra SET acknowledgement = 'read' WHERE acknowledgement = 'INV-1'"
                        + " AND status = 'ACKNOWLEDGED' AND tenant_id = UUID_TO_BIN('" + firm.tenant + "')"));
        Tables.execute("DELETE FROM extra WHERE tenant_id = UUID_TO_BIN('" + firm.tenant + "') AND position > 1");
    }

    /** Ten thousand lines that finance has long, and one more event. */
    @Test
    void whatWasPublishedMakesTheNextEventNoDearer() {
        LawFirm firm = firm().ruledExtra();
        firm.approved("90000.00");
        firm.recorded(firm.entry("dana", "2026-06-15T14:00:00Z", "2026-06-15T15:00:00Z"), "travel", false);
        firm.cutOff("2026-06-30").then().statusCode(200);
        IntStream.range(0, 5).forEach(i -> firm.recorded(hour(firm, i)));
        long before = fastest(firm, 10);
        copies(firm, 10_000, "LOCKED");
        long after = fastest(firm, 20);
        forgetCopies(firm);
        assertTrue(after < 2 * before + 50_000_000, before + " ns before, " + after + " ns after");
    }

    /** Ten thousand open lines of other work items, and one more event. */
    @Test
    void whatIsOpenElsewhereMakesTheNextEventNoDearer() {
        LawFirm firm = firm().ruledExtra();
        firm.approved("90000.00");
        IntStream.range(0, 5).forEach(i -> firm.recorded(hour(firm, i)));
        long before = fastest(firm, 10);
        copies(firm, 10_000, "OPEN", "UUID_TO_BIN(UUID())");
        long after = fastest(firm, 20);
        forgetCopies(firm);
        assertTrue(after < 2 * before + 50_000_000, before + " ns before, " + after + " ns after");
    }

    private static void forgetCopies(LawFirm firm) {
        Tables.execute("DELETE FROM extra WHERE tenant_id = UUID_TO_BIN('" + firm.tenant
                + "') AND time_entry_id NOT IN (SELECT id FROM time_entry WHERE tenant_id = UUID_TO_BIN('"
                + firm.tenant + "'))");
    }

    private long fastest(LawFirm firm, int from) {
        long fastest = Long.MAX_VALUE;
        for (int i = from; i < from + 5; i++) {
            long began = System.nanoTime();
            firm.recorded(hour(firm, i));
            fastest = Math.min(fastest, System.nanoTime() - began);
        }
        return fastest;
    }

    @Test
    void aQuoteThatCannotBeExpiredIsPostponed() throws SQLException {
        LawFirm firm = firm().ruledExtra();
        String quote = firm.sent("4000.00");
        try (Connection connection = dataSource.getConnection();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.executeUpdate("UPDATE client_book SET client_id = client_id WHERE client_id = UUID_TO_BIN('"
                    + firm.client + "')");
            sql.executeQuery(
                    "SELECT 1 FROM client_book WHERE client_id = UUID_TO_BIN('" + firm.client + "') FOR UPDATE");
            Tables.execute(
                    "UPDATE quote SET expires_at = '2026-01-02 00:00:00' WHERE id = UUID_TO_BIN('" + quote + "')");
            await().atMost(Duration.ofSeconds(20))
                    .until(() ->
                            Tables.execute("UPDATE sweep_postponement SET again_at = UTC_TIMESTAMP(6) WHERE sweep ="
                                            + " 'quotes' AND subject = UUID_TO_BIN('" + quote + "')")
                                    == 1);
            connection.rollback();
            connection.setAutoCommit(true);
        }
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> as(firm.tenant, "owner")
                .get(API + "/quotes/" + quote)
                .then()
                .body("status", equalTo("EXPIRED")));
    }

    private static Map<String, Object> hour(LawFirm firm, int i) {
        String start = Instant.parse("2026-06-16T14:00:00Z")
                .plus(Duration.ofHours(24L * i))
                .toString();
        return firm.entry("dana", start, Instant.parse(start).plusSeconds(3_600).toString());
    }

    /** Lines as that of the firm's first entry, of entries that nobody told of. */
    static void copies(LawFirm firm, int count, String status) {
        copies(firm, count, status, "work_item_id");
    }

    private static void copies(LawFirm firm, int count, String status, String workItem) {
        String columns =
                "tenant_id, client_id, ticket_id, work_item_id, origin, kind, band, beyond_volume, line_number, minutes,"
                        + " currency, amount_minor, billed_minor, over_cap_minor, released_minor, waiting, resting, arithmetic,"
                        + " work_date, work_started_at, late, technician_id, technician_name, site_code, work_type, role,"
                        + " ticket_connection, ticket_external_id, source_connection, source_external_id, ruling_id, verdict, item,"
                        + " clause_id, clause_title, clause_agreement_id, clause_agreement_version, ground, rate_clause_id, agreement_id, agreement_version, document_hash, content_hash,"
                        + " quote_id, approved_by, approved_at, facts_hash";
        String digits = "(SELECT 0 AS d UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5"
                + " UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9)";
        String position = status.equals("OPEN") ? "NULL, NULL" : "1000000 + n, UTC_TIMESTAMP()";
        Tables.execute("INSERT INTO extra (" + columns + ", id, time_entry_id, status, position, locked_at) SELECT "
                + columns.replace("work_item_id", workItem)
                + ", UNHEX(CONCAT('00', SUBSTR(SHA2(CONCAT(UUID(), n), 256), 1, 30))), UUID_TO_BIN(UUID()), '"
                + status + "', " + position
                + " FROM (SELECT * FROM extra WHERE tenant_id = UUID_TO_BIN('" + firm.tenant
                + "') ORDER BY work_started_at LIMIT 1) AS first CROSS JOIN (SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d"
                + " AS n FROM " + digits + " AS a, " + digits + " AS b, " + digits + " AS c, " + digits
                + " AS e) AS numbers WHERE n < " + count);
    }
}
