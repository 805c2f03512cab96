package dev.remit.tickets;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenants.TenantStatus;
import dev.remit.kit.testing.TestTokens;
import dev.remit.kit.testing.ToldTenant;
import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ErasureTest extends TicketsTest {
    /** What stays: hashes, positions, and that it is erased. */
    private static final Set<String> LEFT = Set.of(
            "audit_head",
            "audit_record",
            "erased_records",
            "erasure",
            "evidence_link",
            "feed_tenant_head",
            "known_tenant",
            "outbox");

    @Inject
    Sql sql;

    @Test
    void anErasedMspLeavesChainsThatHoldAndNothingElse() {
        Msp msp = ticketed();
        Msp other = ticketed();
        Map<String, Long> others = rows(other.tenant);
        long links = rows(msp.tenant).get("evidence_link");

        ToldTenant.told(msp.tenant, TenantStatus.ERASED);

        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> given().auth()
                .oauth2(TestTokens.as("operator").token())
                .get(Msp.API + "/tenants/" + msp.tenant + "/erasure")
                .then()
                .statusCode(200)
                .body("state", equalTo("DONE"))
                .body("evidence.links", equalTo((int) links))
                .body("evidence.intact", equalTo(true))
                .body("audit.links", greaterThan(0))
                .body("audit.intact", equalTo(true)));
        assertTrue(LEFT.containsAll(rows(msp.tenant).keySet()), () -> "left: " + rows(msp.tenant));
        assertEquals(0, withWords("evidence_link", "payload", msp.tenant));
        assertEquals(0, withWords("evidence_link", "salt", msp.tenant));
        assertEquals(0, withWords("audit_record", "record", msp.tenant));
        assertEquals(others, rows(other.tenant));
        assertEquals(others.get("evidence_link"), withWords("evidence_link", "payload", other.tenant));
    }

    private static Msp ticketed() {
        Msp msp = Msp.withLawFirm("2026-06-11T20:10:00Z");
        msp.awaitRuled(msp.send("70123", Snapshot.officeMove()));
        return msp;
    }

    /**
     * How many rows of a tenant each table has, where it has some. What keeps who read what comes a little later, and an audit
     * record stands with those that wait for a moment before it stands in the chain.
     */
    private Map<String, Long> rows(UUID tenant) {
        List<String> tables = sql.list(
                "SELECT table_name FROM information_schema.columns WHERE table_schema = DATABASE()"
                        + " AND column_name = 'tenant_id' AND table_name <> 'access_record'",
                row -> row.text(1));
        Map<String, Long> rows = new TreeMap<>();
        for (String table : tables) {
            long count = sql.first(
                            "SELECT COUNT(*) FROM `" + table + "` WHERE tenant_id = ?", row -> row.number(1), tenant)
                    .orElseThrow();
            if (count > 0) {
                rows.merge("audit_waiting".equals(table) ? "audit_record" : table, count, Long::sum);
            }
        }
        return rows;
    }

    private long withWords(String table, String column, UUID tenant) {
        return sql.first(
                        "SELECT COUNT(" + column + ") FROM " + table + " WHERE tenant_id = ?",
                        row -> row.number(1),
                        tenant)
                .orElseThrow();
    }
}
