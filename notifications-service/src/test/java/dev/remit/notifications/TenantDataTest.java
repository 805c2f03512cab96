package dev.remit.notifications;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.tenants.TenantStatus;
import dev.remit.kit.testing.ExportCheck;
import dev.remit.kit.testing.ExportedLines;
import dev.remit.kit.testing.TestTokens;
import dev.remit.kit.testing.ToldTenant;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is kept of an MSP can be taken away and erased. */
@QuarkusTest
class TenantDataTest extends NotificationsTest {
    private static final List<String> OF_ITS_OWN = List.of(
            "client",
            "ticket",
            "work_item",
            "person",
            "mail",
            "mail_settings",
            "mail_choice",
            "client_mail_choice",
            "digest_schedule",
            "subscription",
            "subscription_secret",
            "notification_subject",
            "notification",
            "delivery",
            "delivery_queue");

    @Inject
    EntityManager entities;

    @Inject
    Tenancy tenancy;

    @Inject
    Sql sql;

    @Test
    void anExportHasSubscriptionsWithoutTheirSecretsAndWhatWasTold() {
        Msp msp = told();
        ExportedLines lines = ExportCheck.hasEveryEntity(msp.tenant, API + "/export", entities, tenancy);
        JsonNode secret = lines.of("subscription-secret").getFirst().path("data");
        assertEquals("SYMMETRIC", secret.path("kind").asText());
        assertFalse(secret.has("signingKey"));
        assertEquals(0, lines.of("delivery-queue").size());
        assertTrue(lines.of("notification").stream()
                .anyMatch(line -> line.at("/data/type").asText().equals("clock.breached")));
    }

    @Test
    void ofAnErasedMspNothingIsLeft() {
        Msp msp = told();
        Msp other = told();
        Map<String, Long> others = rows(other.tenant);
        assertEquals(new TreeSet<>(OF_ITS_OWN), others.keySet(), "each table has something to erase");

        ToldTenant.told(msp.tenant, TenantStatus.ERASED);

        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> given().auth()
                .oauth2(TestTokens.as("operator").token())
                .get(API + "/tenants/" + msp.tenant + "/erasure")
                .then()
                .statusCode(200)
                .body("state", equalTo("DONE"))
                .body("audit.intact", equalTo(true)));
        assertEquals(Map.of(), rows(msp.tenant));
        assertEquals(others, rows(other.tenant));
    }

    private Msp told() {
        Msp msp = new Msp(consumers).clientKnown();
        msp.subscribe(List.of(), List.of()).then().statusCode(201);
        msp.personChanged("owner", "OWNER").personChanged("desk", "SERVICE_DESK");
        for (String path : List.of("/mail-settings", "/me/mail", "/clients/" + Msp.CLIENT + "/mail")) {
            as(msp.tenant, "owner")
                    .header("If-Match", "*")
                    .body("{}")
                    .put(API + path)
                    .then()
                    .statusCode(200);
        }
        return msp.ticketReceived().ruled().breached();
    }

    private Map<String, Long> rows(UUID tenant) {
        Map<String, Long> rows = new TreeMap<>();
        for (String table : OF_ITS_OWN) {
            long count = sql.first(
                            "SELECT COUNT(*) FROM " + table + " WHERE tenant_id = ?", row -> row.number(1), tenant)
                    .orElseThrow();
            if (count > 0) {
                rows.put(table, count);
            }
        }
        return rows;
    }
}
