package dev.remit.billing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What finance pulls and what it says of it. */
@QuarkusTest
class FinanceTest extends BillingTest {
    @Inject
    DataSource dataSource;

    private LawFirm worked() {
        LawFirm firm = firm().ruledExtra();
        firm.approved("4000.00");
        firm.recorded(firm.saturday("dana"));
        firm.recorded(
                firm.saturday("miguel"), "technician", LawFirm.map("id", "miguel", "name", "=HYPERLINK(\"x\"), \"M\""));
        return firm;
    }

    private LawFirm locked() {
        LawFirm firm = worked();
        firm.cutOff("2026-06-30").then().statusCode(200).body("lines", equalTo(3));
        return firm;
    }

    @Test
    void theFeedHasEveryLockedLineOnceAndInOrder() {
        LawFirm firm = worked();
        feed(firm, 0).then().body("items", empty()).body("head", equalTo(0));
        firm.cutOff("2026-06-12").then().body("lines", equalTo(0)).body("firstPosition", nullValue());
        firm.cutOff("2026-06-13").then().body("lines", equalTo(3));
        firm.cutOff("2026-06-13").then().body("lines", equalTo(0));
        feed(firm, 0)
                .then()
                .body("items.position", equalTo(List.of(1, 2, 3)))
                .body("items.extra.billed.amount", equalTo(List.of("2025.00", "75.00", "1900.00")))
                .body("items[0].extra.status", equalTo("LOCKED"))
                .body("head", equalTo(3));
        feed(firm, 2).then().body("items", hasSize(1)).body("items[0].position", equalTo(3));
        feed(firm, 3).then().body("items", empty()).body("head", equalTo(3));
        firm.moreRoom("75.00");
        firm.cutOff("2026-06-30").then().body("firstPosition", equalTo(4));
    }

    @Test
    void cutOffsAtOnceLeaveNoGapAndNoDouble() {
        LawFirm firm = worked();
        List<CompletableFuture<Integer>> cutOffs = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> firm.cutOff("2026-06-30").<Integer>path("lines")))
                .toList();
        assertEquals(3, cutOffs.stream().mapToInt(CompletableFuture::join).sum());
        feed(firm, 0).then().body("items.position", equalTo(List.of(1, 2, 3)));
    }

    @Test
    void aCutOffCanBeOfOneClient() {
        LawFirm firm = worked();
        once(as(firm.tenant, "owner"))
                .body("{\"through\":\"2026-06-30\",\"clientCode\":\"nobody\"}")
                .post(API + "/cut-offs")
                .then()
                .statusCode(400);
        once(as(firm.tenant, "owner"))
                .body("{\"through\":\"2026-06-30\",\"clientCode\":\"" + LawFirm.CODE + "\"}")
                .post(API + "/cut-offs")
                .then()
                .statusCode(200)
                .body("lines", equalTo(3));
    }

    @Test
    void theSameKeyCutsOffOnce() {
        LawFirm firm = worked();
        String body = "{\"through\":\"2026-06-30\"}";
        Response first = as(firm.tenant, "finance")
                .header("Idempotency-Key", "june")
                .body(body)
                .post(API + "/cut-offs");
        Response again = as(firm.tenant, "finance")
                .header("Idempotency-Key", "june")
                .body(body)
                .post(API + "/cut-offs");
        assertArrayEquals(first.asByteArray(), again.asByteArray());
        as(firm.tenant, "finance")
                .header("Idempotency-Key", "june")
                .body("{\"through\":\"2026-07-31\"}")
                .post(API + "/cut-offs")
                .then()
                .statusCode(422);
        as(firm.tenant, "finance").body(body).post(API + "/cut-offs").then().statusCode(400);
    }

    @Test
    void aBatchIsHandedOutInTheSameBytesForGood() {
        LawFirm firm = locked();
        Response batch = batch(firm);
        batch.then()
                .statusCode(201)
                .header("Location", containsString("/export-batches/1"))
                .body("number", equalTo(1))
                .body("lines", equalTo(3))
                .body("totals[0].amount", equalTo("4000.00"));
        Response first = csv(firm, 1);
        assertEquals("\"" + batch.path("csvHash") + "\"", first.header("ETag"));
        assertEquals(batch.path("csvHash"), UpstreamResource.hash(first.asByteArray()));
        firm.moreRoom("5000.00");
        firm.recorded(firm.saturday("dana"), "deleted", true);
        firm.cutOff("2026-06-30").then().statusCode(200);
        batch(firm).then().statusCode(201).body("number", equalTo(2));
        assertArrayEquals(first.asByteArray(), csv(firm, 1).asByteArray());
        batch(firm).then().statusCode(409);
        as(firm.tenant, "auditor").get(API + "/export-batches").then().body("items.number", equalTo(List.of(2, 1)));
        as(firm.tenant, "auditor").get(API + "/export-batches/3").then().statusCode(404);
    }

    @Test
    void theFileIsPlainCsvAndNoFormula() {
        LawFirm firm = locked();
        batch(firm);
        Response file = csv(firm, 1);
        assertTrue(file.contentType().startsWith("text/csv"));
        List<NamedCsvRecord> lines =
                CsvReader.builder().ofNamedCsvRecord(new String(file.asByteArray(), UTF_8)).stream()
                        .toList();
        assertEquals(3, lines.size());
        assertEquals("2025.00", lines.get(0).getField("billed"));
        assertEquals("540", lines.get(0).getField("minutes"));
        assertEquals("cw/70123", lines.get(0).getField("ticket"));
        assertEquals("540 min × 150.00/h × 1.5", lines.get(0).getField("arithmetic"));
        assertEquals("4.2", lines.get(0).getField("clause"));
        assertEquals("'=HYPERLINK(\"x\"), \"M\"", lines.get(2).getField("technicianName"));
        firm.recorded(firm.saturday("dana"), "deleted", true);
        firm.cutOff("2026-06-30").then().statusCode(200);
        batch(firm);
        String reversals = new String(csv(firm, 2).asByteArray(), UTF_8);
        assertTrue(reversals.contains(",-2025.00,"), reversals);
    }

    @Test
    void financeAcknowledgesABatch() {
        LawFirm firm = locked();
        batch(firm);
        acknowledge(firm, "{\"reference\":\"INV-1\",\"total\":{\"amount\":\"3999.00\",\"currency\":\"USD\"}}")
                .then()
                .statusCode(409)
                .body("detail", containsString("4000.00"))
                .body("detail", containsString("3999.00"));
        String body = "{\"reference\":\"INV-1\",\"total\":{\"amount\":\"4000.00\",\"currency\":\"USD\"}}";
        acknowledge(firm, body).then().statusCode(200).body("acknowledgement.reference", equalTo("INV-1"));
        acknowledge(firm, body).then().statusCode(200).body("acknowledgement.reference", equalTo("INV-1"));
        acknowledge(firm, "{\"reference\":\"INV-2\"}").then().statusCode(409);
        assertEquals(List.of("ACKNOWLEDGED", "ACKNOWLEDGED", "ACKNOWLEDGED", "HELD"), statuses(firm));
    }

    @Test
    void financeAcknowledgesTheFeed() {
        LawFirm firm = locked();
        acknowledgeFeed(firm, 2).then().statusCode(200).body("acknowledged", equalTo(2));
        acknowledgeFeed(firm, 2).then().statusCode(200).body("acknowledged", equalTo(0));
        assertEquals(List.of("ACKNOWLEDGED", "ACKNOWLEDGED", "LOCKED", "HELD"), statuses(firm));
        acknowledgeFeed(firm, 4).then().statusCode(400).body("errors[0].field", equalTo("through"));
    }

    @Test
    void whatFinanceHasBookedFromTheFeedIsInNoBatch() {
        LawFirm firm = locked();
        acknowledgeFeed(firm, 2).then().statusCode(200).body("acknowledged", equalTo(2));
        batch(firm).then().statusCode(201).body("lines", equalTo(1)).body("totals[0].amount", equalTo("1900.00"));
        List<NamedCsvRecord> lines =
                CsvReader.builder().ofNamedCsvRecord(new String(csv(firm, 1).asByteArray(), UTF_8)).stream()
                        .toList();
        assertEquals(
                List.of("3"),
                lines.stream().map(line -> line.getField("position")).toList());
        acknowledgeFeed(firm, 3).then().statusCode(200).body("acknowledged", equalTo(1));
        batch(firm).then().statusCode(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2062-06-30", "9999-12-31"})
    void aDateThatIsNotOverCannotBeCutOff(String through) {
        LawFirm firm = worked();
        firm.cutOff(through).then().statusCode(400).body("errors[0].field", equalTo("through"));
        as(firm.tenant, "finance").get(API + "/cut-offs").then().statusCode(200).body("items", empty());
    }

    @Test
    void aDateIsOverWhenItIsOverForEachClient() {
        LawFirm firm = worked();
        LocalDate inNewYork = LocalDate.now(ZoneId.of("America/New_York"));
        firm.cutOff(inNewYork.toString()).then().statusCode(400).body("errors[0].field", equalTo("through"));
        firm.cutOff(inNewYork.minusDays(1).toString()).then().statusCode(200).body("lines", equalTo(3));
    }

    @Test
    void cutOffsAreListedAndTriedBeforehand() {
        LawFirm firm = worked();
        as(firm.tenant, "finance")
                .get(API + "/cut-off-preview?through=2026-06-30")
                .then()
                .statusCode(200)
                .body("lines", equalTo(3))
                .body("billed[0].amount", equalTo("4000.00"));
        as(firm.tenant, "finance")
                .get(API + "/cut-off-preview?through=2062-06-30")
                .then()
                .statusCode(400);
        String made = firm.cutOff("2026-06-12").path("id");
        firm.cutOff("2026-06-30").then().statusCode(200).body("status", equalTo("DONE"));
        as(firm.tenant, "auditor")
                .get(API + "/cut-offs?limit=1")
                .then()
                .statusCode(200)
                .body("items.through", equalTo(List.of("2026-06-30")))
                .body("items[0].lines", equalTo(3))
                .body("items[0].billed[0].amount", equalTo("4000.00"));
        as(firm.tenant, "auditor")
                .get(API + "/cut-offs/" + made)
                .then()
                .statusCode(200)
                .body("lines", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n=1+1", "\uFF1D1+1", "\uFF0B1", " \uFF0D1", "\uFF20a", "\u00A0=1", "\t x", "\u200B=1"})
    void whatASpreadsheetTrimsOrReadsInFullWidthIsNoFormulaEither(String name) {
        LawFirm firm = firm().ruledExtra();
        firm.approved("4000.00");
        firm.recorded(firm.saturday("dana"), "technician", LawFirm.map("id", "dana", "name", name));
        firm.cutOff("2026-06-30");
        batch(firm);
        List<NamedCsvRecord> lines =
                CsvReader.builder().ofNamedCsvRecord(new String(csv(firm, 1).asByteArray(), UTF_8)).stream()
                        .toList();
        assertEquals("'" + name, lines.getFirst().getField("technicianName"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE extra_event SET amount_minor = 0",
                "DELETE FROM extra_event",
                "UPDATE export_batch_part SET csv = ''",
                "DELETE FROM export_batch",
                "UPDATE signed_document SET content = ''",
                "DELETE FROM signed_document",
                "DELETE FROM quote",
                "UPDATE batch_acknowledgement SET reference = ''",
                "UPDATE cut_off SET made_by = ''",
                "UPDATE cut_off_step SET locked_lines = 0"
            })
    void whatIsWrittenForGoodCannotBeChangedByTheService(String statement) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement sql = connection.createStatement()) {
            SQLException refused = assertThrows(SQLException.class, () -> sql.executeUpdate(statement));
            assertTrue(refused.getMessage().contains("denied"), refused.getMessage());
        }
    }

    private static Response feed(LawFirm firm, long after) {
        return as(firm.tenant, "finance-pull").get(API + "/finance-feed?after=" + after);
    }

    private static Response batch(LawFirm firm) {
        return once(as(firm.tenant, "finance-pull")).body("{}").post(API + "/export-batches");
    }

    private static Response csv(LawFirm firm, long number) {
        return as(firm.tenant, "finance-pull").get(API + "/export-batches/" + number + "/lines.csv");
    }

    private static Response acknowledge(LawFirm firm, String body) {
        return as(firm.tenant, "finance-pull").body(body).post(API + "/export-batches/1/acknowledgement");
    }

    private static Response acknowledgeFeed(LawFirm firm, long through) {
        return as(firm.tenant, "finance-pull")
                .body("{\"through\":" + through + ",\"reference\":\"JE-118\"}")
                .post(API + "/finance-feed/acknowledgements");
    }

    private static List<String> statuses(LawFirm firm) {
        return firm.extras().stream().map(extra -> (String) extra.get("status")).toList();
    }
}
