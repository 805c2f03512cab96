package dev.remit.kit.app;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.testing.TestTenants;
import dev.remit.kit.time.TenantClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClockTest extends KitTest {
    private static final String CLOCK = "/api/gadgets/v1/sandbox/clock";
    private static final UUID SANDBOX = TestTenants.SANDBOX;

    @Inject
    TenantClock clock;

    @Inject
    Tenancy tenancy;

    @Inject
    Sql sql;

    private static Response move(UUID tenant, String now) {
        return owner(tenant)
                .contentType("application/json")
                .body("{\"now\":\"" + now + "\"}")
                .post(CLOCK);
    }

    private static Instant read(UUID tenant) {
        return Instant.parse(
                owner(tenant).get(CLOCK).then().statusCode(200).extract().path("now"));
    }

    @Test
    void sandboxStandsStillAndMovesForwardOnly() {
        Instant later = read(SANDBOX).plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
        move(SANDBOX, later.toString()).then().statusCode(200).body("now", equalTo(later.toString()));
        assertEquals(later, read(SANDBOX));
        assertEquals(later, tenancy.callAs(SANDBOX, clock::now));
        move(SANDBOX, later.minusSeconds(1).toString())
                .then()
                .statusCode(409)
                .body("type", equalTo("https://remit.dev/problems/clock-backwards"));
        assertEquals(later, read(SANDBOX));
    }

    @Test
    void firstPlaceMayLieInThePast() {
        sql.update("DELETE FROM sandbox_clock WHERE tenant_id = ?", TestTenants.OTHER_SANDBOX);
        move(TestTenants.OTHER_SANDBOX, "2026-06-20T21:30:00Z").then().statusCode(200);
        assertEquals(Instant.parse("2026-06-20T21:30:00Z"), read(TestTenants.OTHER_SANDBOX));
    }

    @Test
    void realTenantsClockIsTheMachinesAndDoesNotMove() {
        UUID real = TestTenants.fresh();
        move(real, "2026-06-20T21:30:00Z").then().statusCode(404);
        assertTrue(Duration.between(read(real), Instant.now()).abs().compareTo(Duration.ofMinutes(1)) < 0);
    }

    @Test
    void onlyOwnerAndIntegratorTurnTheClock() {
        as(SANDBOX, "technician").get(CLOCK).then().statusCode(403);
        as(SANDBOX, "integrator").get(CLOCK).then().statusCode(200);
    }

    @Test
    void sweepsKnowTheSandboxes() {
        assertEquals(Set.of(SANDBOX, TestTenants.OTHER_SANDBOX), clock.sandboxTenants());
    }

    @Test
    void timesAreUtcToTheMicrosecondHoweverTheyAreWritten() {
        UUID real = TestTenants.fresh();
        UUID id = UUID.fromString(make(real, "ladder"));
        Instant shown = Instant.parse(owner(real)
                .get(GADGETS + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .path("madeAt"));
        String sqlRead = "SELECT made_at, CAST(made_at AS CHAR) FROM gadget WHERE tenant_id = ? AND id = ?";
        assertEquals(shown, sql.first(sqlRead, row -> row.instant(1), real, id).orElseThrow());
        String stored = sql.first(sqlRead, row -> row.text(2), real, id).orElseThrow();
        assertEquals(shown, Instant.parse(stored.replace(' ', 'T') + "Z"));
        assertEquals(shown.truncatedTo(ChronoUnit.MICROS), shown);
    }
}
