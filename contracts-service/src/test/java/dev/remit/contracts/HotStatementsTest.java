package dev.remit.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.kit.sql.Sql;
import dev.remit.kit.testing.TestTenants;
import dev.remit.kit.testing.sql.StatementPlans;
import dev.remit.kit.testing.sql.StatementRecorder;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Lists and changes do not go through the tables of a tenant who has much. */
@QuarkusTest
class HotStatementsTest extends ContractsTest {
    private static final Set<String> ACROSS_TENANTS = Set.of("outbox.uq_outbox_by_position");
    private static final String OTHER_ID = "UNHEX(LEFT(SHA2(CONCAT(HEX(id), n.i), 256), 32))";

    @Inject
    Sql sql;

    @Inject
    DataSource database;

    @Test
    void noHotStatementGoesThroughATable() throws Exception {
        UUID tenant = TestTenants.fresh();
        LawFirm firm = new LawFirm(tenant).inCatalogue();
        String version = firm.active();
        copy("client", tenant, Map.of("id", OTHER_ID, "code", "CONCAT(code, n.i)"));
        copy("catalogue_item", tenant, Map.of("id", OTHER_ID, "code", "CONCAT(code, n.i)"));
        copy("agreement", tenant, Map.of("id", OTHER_ID));
        StatementPlans plans = new StatementPlans(database, ACROSS_TENANTS);
        plans.analyse();
        StatementRecorder.start();
        try {
            firm.draft(firm.agreement(), LawFirm.terms());
            String clients = owner(tenant).get(API + "/clients?limit=20").path("next");
            String agreements = owner(tenant).get(API + "/agreements?limit=20").path("next");
            String items = owner(tenant).get(API + "/catalogue/items?limit=20").path("next");
            for (String path : List.of(
                    "/clients?limit=20&cursor=" + clients,
                    "/clients/whitfield-crane",
                    "/agreements?limit=20&cursor=" + agreements,
                    "/agreements?limit=20&clientCode=whitfield-crane",
                    "/catalogue/items?limit=20&cursor=" + items,
                    "/catalogue/items/office-move",
                    "/audit?limit=20",
                    "/access-records?limit=20")) {
                owner(tenant).get(API + path).then().statusCode(200);
            }
            owner(tenant).get(version).then().statusCode(200);
        } finally {
            List<StatementRecorder.Recorded> sent = StatementRecorder.stop();
            assertEquals("", String.join("\n", plans.findings(sent)), "of " + sent.size());
        }
    }

    private void copy(String table, UUID tenant, Map<String, String> changed) {
        List<String> columns = sql.list(
                "SELECT COLUMN_NAME FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ?",
                row -> row.text(1),
                table);
        List<String> values = columns.stream()
                .map(column -> changed.getOrDefault(column, column))
                .toList();
        sql.update(
                "INSERT INTO " + table + " (" + String.join(", ", columns) + ")"
                        + " WITH RECURSIVE d (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM d WHERE i < 69), n (i) AS (SELECT a.i * 70 + b.i FROM d AS a CROSS JOIN d AS b) SELECT "
                        + String.join(", ", values) + " FROM " + table + " CROSS JOIN n WHERE tenant_id = ?",
                tenant);
    }
}
