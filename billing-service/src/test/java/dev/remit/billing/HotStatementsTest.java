package dev.remit.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.kit.testing.sql.StatementPlans;
import dev.remit.kit.testing.sql.StatementRecorder;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Lists with each filter, folds, sweeps and exports do not go through the tables of a tenant who has much. */
@QuarkusTest
class HotStatementsTest extends BillingTest {
    /** Of feeds and retention, which know no tenant, and of claims, which ask whose turn it is. */
    private static final Set<String> ACROSS_TENANTS = Set.of(
            "outbox.uq_outbox_by_position", "feed_inbox.PRIMARY", "quote.ix_quote_due", "sweep_postponement.PRIMARY");

    @Inject
    DataSource database;

    @Test
    void noHotStatementGoesThroughATable() throws Exception {
        LawFirm firm = firm().ruledExtra();
        firm.approved("90000.00");
        firm.recorded(firm.entry("dana", "2026-06-15T14:00:00Z", "2026-06-15T15:00:00Z"), "travel", false);
        firm.cutOff("2026-06-30").then().statusCode(200);
        BurstTest.copies(firm, 3_000, "LOCKED");
        for (int i = 0; i < 10; i++) {
            Tables.execute(quotes(firm, i));
        }
        StatementPlans plans = new StatementPlans(database, ACROSS_TENANTS);
        plans.analyse();
        StatementRecorder.start();
        try {
            work(firm);
            read(firm);
        } finally {
            List<StatementRecorder.Recorded> sent = StatementRecorder.stop();
            String tenant = "tenant_id = UUID_TO_BIN('" + firm.tenant + "')";
            List<String> findings = plans.findings(sent);
            Tables.execute("DELETE FROM extra WHERE " + tenant + " AND position >= 1000000");
            assertEquals("", String.join("\n", findings), "of " + sent.size());
        }
    }

    private static String quotes(LawFirm firm, int round) {
        String other = "UNHEX(LEFT(SHA2(CONCAT(HEX(%s), '" + round + "'), 256), 32))";
        List<String> columns = Tables.columns("quote");
        List<String> values = columns.stream()
                .map(column -> switch (column) {
                    case "id", "work_item_id", "ticket_id" -> other.formatted(column);
                    default -> column;
                })
                .toList();
        return "INSERT INTO quote (" + String.join(", ", columns) + ") SELECT " + String.join(", ", values)
                + " FROM quote WHERE tenant_id = UUID_TO_BIN('" + firm.tenant + "')";
    }

    private static void work(LawFirm firm) {
        firm.recorded(firm.entry("miguel", "2026-07-15T14:00:00Z", "2026-07-15T15:00:00Z"));
        firm.ruled(UUID.randomUUID(), "EXTRA", true);
        firm.clientKnown();
        firm.cutOff("2026-07-31").then().statusCode(200);
        firm.recorded(firm.entry("lee", "2026-07-16T14:00:00Z", "2026-07-16T15:00:00Z"));
    }

    private static void read(LawFirm firm) {
        String extra = (String) firm.extras().getFirst().get("id");
        String quotes = as(firm.tenant, "owner").get(API + "/quotes?limit=20").path("next");
        String extras = as(firm.tenant, "owner").get(API + "/extras?limit=20").path("next");
        for (String path : List.of(
                "/quotes?limit=20&cursor=" + quotes,
                "/quotes?limit=20&status=SENT",
                "/quotes?limit=20&status=APPROVED",
                "/quotes?limit=20&needsApprover=true",
                "/quotes?limit=20&status=SENT&clientCode=" + LawFirm.CODE,
                "/quotes?limit=20&clientCode=" + LawFirm.CODE,
                "/quotes?limit=20&ticketId=" + firm.ticket,
                "/extras?limit=20&cursor=" + extras,
                "/extras?limit=20&status=OPEN",
                "/extras?limit=20&status=HELD",
                "/extras?limit=20&status=LOCKED",
                "/extras?limit=20&status=OPEN&clientCode=" + LawFirm.CODE,
                "/extras?limit=20&status=LOCKED&clientCode=" + LawFirm.CODE,
                "/extras?limit=20&status=OPEN&ticketId=" + firm.ticket,
                "/extras?limit=20&clientCode=" + LawFirm.CODE,
                "/extras?limit=20&ticketId=" + firm.ticket,
                "/extras/" + extra,
                "/extras/" + extra + "/evidence",
                "/finance-feed?after=1000000&limit=20",
                "/cut-offs?limit=20",
                "/export-batches?limit=20",
                "/audit?limit=20",
                "/access-records?limit=20")) {
            as(firm.tenant, "owner", "finance", "finance-pull", "auditor")
                    .get(API + path)
                    .then()
                    .statusCode(200);
        }
    }
}
