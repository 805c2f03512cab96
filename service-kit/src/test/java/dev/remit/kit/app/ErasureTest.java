package dev.remit.kit.app;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenantdata.ErasuresNow;
import dev.remit.kit.tenants.TenantStatus;
import dev.remit.kit.testing.TestTenants;
import dev.remit.kit.testing.TestTokens;
import dev.remit.kit.testing.ToldTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What is kept of an erased tenant goes, whatever breaks off, and what was sealed can still be verified. */
@QuarkusTest
class ErasureTest extends KitTest {
    private static final int COMMAND_DENIED = 1142;
    private static final int COLUMN_DENIED = 1143;

    @Inject
    Sql sql;

    @Inject
    ErasuresNow erasures;

    @ConfigProperty(name = "REMIT_DB_URL")
    String url;

    @ConfigProperty(name = "REMIT_DB_ERASER_USER")
    String eraser;

    @ConfigProperty(name = "REMIT_DB_ERASER_PASSWORD")
    String eraserPassword;

    @ConfigProperty(name = "REMIT_DB_MIGRATOR_USER")
    String migrator;

    @ConfigProperty(name = "REMIT_DB_MIGRATOR_PASSWORD")
    String migratorPassword;

    private final UUID tenant = TestTenants.fresh();

    @Test
    void everythingGoesButHashesAndSeals() {
        make(tenant, "lamp");
        make(tenant, "broom");
        UUID other = TestTenants.fresh();
        make(other, "another's");
        erase();

        report().body("state", equalTo("DONE"))
                .body("service", equalTo("gadgets"))
                .body("erased.find { it.kind == 'gadget' }.records", equalTo(2))
                .body("erased.find { it.kind == 'audit-record' }.records", equalTo(2))
                .body("audit", equalTo(Map.of("links", 2, "intact", true)))
                .body("evidence", equalTo(Map.of("links", 0, "intact", true)));
        for (String table : new String[] {"gadget", "idempotency_key", "access_record"}) {
            assertEquals(0, rows(table, tenant), table);
        }
        assertEquals(2, rows("audit_record", tenant));
        assertNull(sql.first("SELECT record FROM audit_record WHERE tenant_id = ?", row -> row.bytes(1), tenant)
                .orElse(null));
        assertEquals(
                0,
                sql.first(
                                "SELECT COUNT(*) FROM outbox WHERE tenant_id = ? AND payload <> '{}'",
                                row -> row.number(1),
                                tenant)
                        .orElseThrow());
        assertEquals(1, rows("gadget", other));
        owner(other)
                .get("/api/gadgets/v1/audit/verification")
                .then()
                .body("intact", equalTo(true))
                .body("records", equalTo(1));
    }

    @Test
    void whoIsRefusedAfterwardsIsNotOnRecord() {
        UUID other = TestTenants.fresh();
        erase();
        owner(tenant).get(GADGETS).then().statusCode(403);
        as(other, "technician").get("/api/gadgets/v1/audit").then().statusCode(403);
        await().atMost(Duration.ofSeconds(10)).until(() -> rows("access_record", other) > 0);
        assertEquals(0, rows("access_record", tenant));
    }

    @Test
    void whatBreaksOffGoesOnAndIsCountedOnce() throws SQLException {
        make(tenant, "lamp");
        sql.update(
                "INSERT INTO odd_gadget (tenant_id, code, hash, made_on, spare, weight)"
                        + " VALUES (?, 'o1', ?, '2026-06-12', FALSE, 0)",
                tenant,
                new byte[32]);
        try (Connection connection = DriverManager.getConnection(url, migrator, migratorPassword)) {
            connection.setAutoCommit(false);
            lock(connection, "gadget");
            erase();
            report().body("state", equalTo("UNDER_WAY"))
                    .body("endedAt", nullValue())
                    .body("erased.kind", hasItem("odd-gadget"));
            connection.rollback();
        }
        goOn();
        report().body("state", equalTo("DONE"))
                .body("erased.find { it.kind == 'odd-gadget' }.records", equalTo(1))
                .body("erased.find { it.kind == 'gadget' }.records", equalTo(1));
        Object ended = report().extract().path("endedAt");
        goOn();
        assertEquals(ended, report().extract().path("endedAt"));
    }

    @Test
    void whatComesTooLateGoesAsWell() {
        erase();
        sql.update(
                "INSERT INTO feed_inbox (consumer, tenant_id, position, type, subject_id, occurred_at, payload)"
                        + " VALUES ('late', ?, 1, 'Made', ?, '2026-06-12', '{}')",
                tenant,
                tenant);
        goOn();
        assertEquals(0, rows("feed_inbox", tenant));
    }

    @Test
    void theUserThatErasesCanDoNothingElse() throws SQLException {
        make(tenant, "lamp");
        try (Connection connection = DriverManager.getConnection(url, eraser, eraserPassword);
                Statement statement = connection.createStatement()) {
            denied(COLUMN_DENIED, statement, "UPDATE audit_record SET hash = ''");
            denied(COMMAND_DENIED, statement, "DELETE FROM audit_record");
            denied(COMMAND_DENIED, statement, "DELETE FROM outbox");
            denied(COMMAND_DENIED, statement, "UPDATE gadget SET name = 'x'");
            denied(COMMAND_DENIED, statement, "DROP TABLE gadget");
        }
    }

    @Test
    void operatorsAloneAreTold() {
        erase();
        owner(TestTenants.fresh()).get(erasure(tenant)).then().statusCode(403);
        as(TestTenants.fresh(), "operator").get(erasure(tenant)).then().statusCode(403);
        operator().get(erasure(TestTenants.fresh())).then().statusCode(404);
    }

    @Test
    void anOperatorIsGivenTheDataOfASuspendedTenantAlone() {
        make(tenant, "lamp");
        String export = "/api/gadgets/v1/tenants/" + tenant + "/export";
        operator().get(export).then().statusCode(404);
        ToldTenant.told(tenant, TenantStatus.ACTIVE);
        operator().get(export).then().statusCode(409);
        ToldTenant.told(tenant, TenantStatus.SUSPENDED);
        owner(tenant).get("/api/gadgets/v1/export").then().statusCode(403);
        String body = operator().get(export).then().statusCode(200).extract().asString();
        assertEquals(
                1,
                body.lines()
                        .filter(line -> line.contains("\"name\":\"lamp\"") && line.contains("\"kind\":\"gadget\""))
                        .count());
        ToldTenant.told(tenant, TenantStatus.ERASED);
        operator().get(export).then().statusCode(409);
    }

    private void erase() {
        ToldTenant.told(tenant, TenantStatus.ERASED);
        goOn();
    }

    /** Once to erase, and once to find that nothing is left. */
    private void goOn() {
        erasures.goOn();
        erasures.goOn();
    }

    private ValidatableResponse report() {
        return operator().get(erasure(tenant)).then().statusCode(200);
    }

    private static RequestSpecification operator() {
        return given().auth().oauth2(TestTokens.as("operator").token());
    }

    private static String erasure(UUID tenant) {
        return "/api/gadgets/v1/tenants/" + tenant + "/erasure";
    }

    private long rows(String table, UUID of) {
        return sql.first("SELECT COUNT(*) FROM " + table + " WHERE tenant_id = ?", row -> row.number(1), of)
                .orElseThrow();
    }

    private void lock(Connection connection, String table) throws SQLException {
        try (PreparedStatement prepared =
                connection.prepareStatement("SELECT 1 FROM " + table + " WHERE tenant_id = ? FOR UPDATE")) {
            prepared.setBytes(1, HexFormat.of().parseHex(tenant.toString().replace("-", "")));
            prepared.executeQuery();
        }
    }

    private static void denied(int code, Statement statement, String sql) {
        assertEquals(
                code,
                assertThrows(SQLException.class, () -> statement.executeUpdate(sql))
                        .getErrorCode(),
                sql);
    }
}
