package dev.remit.kit.app;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.tenants.KnownTenants;
import dev.remit.kit.tenants.TenantFacts;
import dev.remit.kit.tenants.TenantKind;
import dev.remit.kit.tenants.TenantStatus;
import dev.remit.kit.testing.TestTenants;
import dev.remit.kit.time.TenantClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ClockTest extends KitTest {
    private static final String CLOCK = "/api/gadgets/v1/sandbox/clock";
    private static final String MOVES = "/api/gadgets/v1/audit?objectType=sandbox-clock";
    private static final UUID SANDBOX = TestTenants.SANDBOX;

    @Inject
    TenantClock clock;

    @Inject
    Tenancy tenancy;

    @Inject
    Sql sql;

    @Inject
    KnownTenants tenants;

    @ParameterizedTest
    @CsvSource({"SANDBOX, 200", "LIVE_SANDBOX, 404", "REAL, 404"})
    void aTenantThatWasMadeAsASandboxHasAClockThatMoves(TenantKind kind, int status) {
        UUID tenant = TestTenants.fresh();
        move(tenant, "2026-06-11T18:00:00Z").then().statusCode(404);
        tenancy.runAs(
                tenant, () -> tenants.learn(tenant, new TenantFacts(tenant, "Acme IT", kind, TenantStatus.ACTIVE)));
        move(tenant, "2026-06-11T18:00:00Z").then().statusCode(status);
    }

    private static Response move(UUID tenant, String now) {
        return move(tenant, now, true);
    }

    private static Response move(UUID tenant, String now, boolean confirm) {
        return owner(tenant)
                .contentType("application/json")
                .body("{\"now\":\"" + now + "\"" + (confirm ? ",\"confirm\":true" : "") + "}")
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
    void clocksOfManyTenantsAreReadAtOnce() {
        Instant later = read(SANDBOX).plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
        move(SANDBOX, later.toString()).then().statusCode(200);
        UUID inRealTime = UUID.randomUUID();
        assertEquals(Map.of(SANDBOX, later), clock.standing(Set.of(SANDBOX, inRealTime)));
        assertEquals(Map.of(), clock.standing(Set.of(inRealTime)));
    }

    @Test
    void aJumpOfMoreThanAYearMustBeConfirmed() {
        UUID tenant = TestTenants.OTHER_SANDBOX;
        sql.update("DELETE FROM sandbox_clock WHERE tenant_id = ?", tenant);
        String far = Instant.now().plus(Duration.ofDays(400)).toString();
        move(tenant, far, false)
                .then()
                .statusCode(400)
                .body("errors.field", contains("now"))
                .body("errors.code", contains("sandbox-far"));
        move(tenant, "2020-06-20T21:30:00Z", false).then().statusCode(200);
        move(tenant, "2021-05-20T21:30:00Z", false).then().statusCode(200);
        move(tenant, "2022-06-20T21:30:00Z", false).then().statusCode(400);
        assertEquals(Instant.parse("2021-05-20T21:30:00Z"), read(tenant));
        move(tenant, far, true).then().statusCode(200);
    }

    @Test
    void firstPlaceMayLieInThePast() {
        sql.update("DELETE FROM sandbox_clock WHERE tenant_id = ?", TestTenants.OTHER_SANDBOX);
        move(TestTenants.OTHER_SANDBOX, "2026-06-20T21:30:00Z").then().statusCode(200);
        assertEquals(Instant.parse("2026-06-20T21:30:00Z"), read(TestTenants.OTHER_SANDBOX));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2100-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z", "1999-12-31T23:59:59.999999Z"})
    void yearsThatNothingElseCanReachAreRefused(String now) {
        move(SANDBOX, now)
                .then()
                .statusCode(400)
                .body("errors.field", contains("now"))
                .body("errors.code", contains("sandbox-years"));
        assertTrue(read(SANDBOX).isBefore(Instant.parse("2100-01-01T00:00:00Z")));
    }

    @Test
    void movesAreOnRecord() {
        sql.update("DELETE FROM sandbox_clock WHERE tenant_id = ?", TestTenants.OTHER_SANDBOX);
        int earlier = owner(TestTenants.OTHER_SANDBOX).get(MOVES).path("items.size()");
        move(TestTenants.OTHER_SANDBOX, "2026-06-20T21:30:00Z").then().statusCode(200);
        move(TestTenants.OTHER_SANDBOX, "2026-06-21T08:00:00Z").then().statusCode(200);
        move(TestTenants.OTHER_SANDBOX, "2026-06-21T08:00:00Z").then().statusCode(200);
        move(TestTenants.OTHER_SANDBOX, "2026-06-21T07:00:00Z").then().statusCode(409);
        owner(TestTenants.OTHER_SANDBOX)
                .get(MOVES)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(earlier + 2))
                .body("items[0].record.change", equalTo("CHANGED"))
                .body("items[0].record.object.id", equalTo(TestTenants.OTHER_SANDBOX.toString()))
                .body("items[0].record.actor.roles", contains("owner"))
                .body("items[0].record.before.now", equalTo("2026-06-20T21:30:00Z"))
                .body("items[0].record.after.now", equalTo("2026-06-21T08:00:00Z"))
                .body("items[1].record.change", equalTo("CREATED"));
    }

    @Test
    void manyWhoPutItFirstAreToldWhereItStands() throws Exception {
        UUID tenant = TestTenants.OTHER_SANDBOX;
        List<String> wanted = List.of("2030-01-02T00:00:00Z", "2030-01-01T00:00:00Z");
        for (int round = 0; round < 10; round++) {
            sql.update("DELETE FROM sandbox_clock WHERE tenant_id = ?", tenant);
            CountDownLatch together = new CountDownLatch(wanted.size());
            try (ExecutorService threads = Executors.newFixedThreadPool(wanted.size())) {
                List<Callable<Response>> moves = wanted.stream()
                        .<Callable<Response>>map(now -> () -> {
                            together.countDown();
                            together.await();
                            return move(tenant, now);
                        })
                        .toList();
                for (Future<Response> answer : threads.invokeAll(moves)) {
                    int status = answer.get().statusCode();
                    assertTrue(status == 200 || status == 409, () -> "status " + status);
                }
            }
            String lastWord = owner(tenant).get(MOVES).path("items[0].record.after.now");
            assertEquals(Instant.parse(lastWord), read(tenant));
        }
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
    void aSandboxIsToldFromTheOthers() {
        assertTrue(clock.isSandbox(SANDBOX) && clock.isSandbox(TestTenants.OTHER_SANDBOX));
        assertFalse(clock.isSandbox(TestTenants.fresh()));
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
