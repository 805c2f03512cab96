package dev.remit.kit.app;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.remit.kit.access.AccessRetentionNow;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.sql.SqlFailure;
import dev.remit.kit.testing.TestTenants;
import dev.remit.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who read what, and who was refused. */
@QuarkusTest
class AccessRecordTest extends KitTest {
    private static final String RECORDS = "/api/gadgets/v1/access-records";
    private static final String AUDIT = "/api/gadgets/v1/audit";

    private final UUID tenant = TestTenants.fresh();

    @Inject
    Sql sql;

    @Inject
    AccessRetentionNow retention;

    @Test
    void aReadOfWhatMattersIsOnRecordWithUserOperationAndObject() {
        String request = owner(tenant)
                .header("X-Forwarded-For", "203.0.113.9")
                .get(AUDIT)
                .then()
                .statusCode(200)
                .extract()
                .header("X-Request-Id");
        awaitRecords("?operation=listAuditEntries", 1);
        records("?operation=listAuditEntries")
                .body("items[0].user.login", equalTo("owner"))
                .body("items[0].user.subject", equalTo(TestTokens.subject("owner")))
                .body("items[0].user.client", nullValue())
                .body("items[0].address", equalTo("203.0.113.9"))
                .body("items[0].object", equalTo(AUDIT))
                .body("items[0].status", equalTo(200))
                .body("items[0].outcome", equalTo("ALLOWED"))
                .body("items[0].at", notNullValue())
                .body("items[0].requestId", equalTo(request));
    }

    @Test
    void aRefusalIsOnRecordWithUserAndPath() {
        given().auth()
                .oauth2(TestTokens.as("client-approver")
                        .tenant(tenant)
                        .client("whitfield-crane")
                        .username("partner")
                        .token())
                .get(AUDIT)
                .then()
                .statusCode(403);
        awaitRecords("?user=partner", 1);
        records("?user=partner")
                .body("items[0].object", equalTo(AUDIT))
                .body("items[0].user.client", equalTo("whitfield-crane"))
                .body("items[0].status", equalTo(403))
                .body("items[0].outcome", equalTo("REFUSED"));
    }

    @Test
    void whatDoesNotMatterAndWhatNamesNobodyIsNot() {
        owner(tenant).get("/api/gadgets/v1/gadgets").then();
        given().get(AUDIT).then().statusCode(401);
        owner(tenant).get(AUDIT).then().statusCode(200);
        awaitRecords("?user=owner&object=" + AUDIT, 1);
        assertEquals(
                1L,
                sql.first(
                                "SELECT COUNT(*) FROM access_record WHERE tenant_id = ? AND object <> ?",
                                row -> row.number(1),
                                tenant,
                                RECORDS)
                        .orElseThrow());
    }

    @Test
    void itIsFilteredAndReadInPages() {
        for (int i = 0; i < 3; i++) {
            owner(tenant).get(AUDIT).then().statusCode(200);
        }
        owner(tenant).get(AUDIT + "/verification").then().statusCode(200);
        String audits = "?object=" + AUDIT;
        awaitRecords(audits, 3);
        awaitRecords("?operation=verifyAudit", 1);
        String next = records(audits + "&limit=2").extract().path("next");
        records(audits + "&limit=2&cursor=" + next)
                .body("items.object", contains(AUDIT))
                .body("next", nullValue());
        records(audits + "&from=" + Instant.now().plusSeconds(60)).body("items", empty());
        records(audits + "&to=" + Instant.now().minusSeconds(60)).body("items", empty());
        as(tenant, "auditor").get(RECORDS).then().statusCode(200);
        as(tenant, "service-desk").get(RECORDS).then().statusCode(403);
        owner(TestTenants.fresh()).get(RECORDS).then().statusCode(200).body("items", empty());
    }

    @Test
    void nobodyChangesWhatIsOnRecordAndItIsKeptFourHundredDays() {
        owner(tenant).get(AUDIT).then().statusCode(200);
        awaitRecords("?object=" + AUDIT, 1);
        assertThrows(
                SqlFailure.class,
                () -> sql.update("UPDATE access_record SET login = 'another' WHERE tenant_id = ?", tenant));
        retention.forgetOld();
        records("?object=" + AUDIT).body("items.object", contains(AUDIT));
        sql.update(
                "INSERT INTO access_record (tenant_id, id, at, operation, object, status) VALUES (?, ?, ?, 'x', 'old', 200)",
                tenant,
                UUID.randomUUID(),
                Instant.now().minus(Duration.ofDays(401)));
        retention.forgetOld();
        records("?object=old").body("items", empty());
    }

    private ValidatableResponse records(String query) {
        return owner(tenant).get(RECORDS + query).then().statusCode(200);
    }

    private void awaitRecords(String query, int count) {
        await().atMost(Duration.ofSeconds(10))
                .until(() ->
                        records(query).extract().jsonPath().getList("items").size() == count);
    }
}
