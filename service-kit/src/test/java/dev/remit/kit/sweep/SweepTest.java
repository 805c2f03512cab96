package dev.remit.kit.sweep;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.kit.app.KitTest;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.sweep.Postponements.Postponement;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.tenants.KnownTenants;
import dev.remit.kit.tenants.TenantFacts;
import dev.remit.kit.tenants.TenantKind;
import dev.remit.kit.tenants.TenantStatus;
import dev.remit.kit.testing.Management;
import dev.remit.kit.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What falls due is done as its tenant, what fails is tried ever more seldom, and neither holds up anybody else. */
@QuarkusTest
class SweepTest extends KitTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final UUID tenant = UUID.randomUUID();

    @Inject
    GadgetSweep gadgets;

    @Inject
    Postponements postponements;

    @Inject
    InstantSource wall;

    @Inject
    Tenancy tenancy;

    @Inject
    KnownTenants known;

    @Inject
    Sql sql;

    @Test
    void whatHasFallenDueIsDoneAndWhatHasNotIsLeft() {
        UUID due = gadgets.falls(tenant, past(1));
        UUID later = gadgets.falls(tenant, wall.instant().plus(Duration.ofDays(1)));
        await().atMost(SOON).until(() -> gadgets.isDone(due));
        assertFalse(gadgets.isDone(later));
        gadgets.drop(later);
    }

    @Test
    void whatFailsIsPutOffAndHoldsUpNothing() {
        UUID broken = gadgets.fallsBroken(tenant, past(10));
        await().atMost(SOON).until(() -> failures(broken) >= 2);
        UUID sound = gadgets.falls(tenant, past(1));
        await().atMost(SOON).until(() -> gadgets.isDone(sound));
        assertTrue(Management.get("/q/metrics")
                .asString()
                .lines()
                .anyMatch(line -> line.startsWith("remit_sweep_failing{sweep=\"gadgets\"}") && !line.endsWith(" 0.0")));

        gadgets.mend(broken);
        await().atMost(SOON).until(() -> gadgets.isDone(broken));
        await().atMost(SOON).until(() -> failures(broken) == 0);
    }

    @Test
    void whatFailsAmongOthersIsTriedAlone() {
        change(TenantStatus.SUSPENDED);
        UUID broken = gadgets.fallsBroken(tenant, past(10));
        List<UUID> sound =
                Stream.generate(() -> gadgets.falls(tenant, past(5))).limit(7).toList();
        int before = gadgets.together(4);
        change(TenantStatus.ACTIVE);
        await().atMost(SOON).until(() -> sound.stream().allMatch(gadgets::isDone));
        assertFalse(gadgets.isDone(broken));
        await().atMost(SOON).until(() -> failures(broken) >= 1);
        assertTrue(gadgets.together(4) > before, "the four behind those with the broken one were done together");
        gadgets.mend(broken);
        await().atMost(SOON).until(() -> gadgets.isDone(broken));
    }

    @Test
    void eachPauseIsTwiceAsLongUpToAnHour() {
        Instant now = Instant.parse("2026-06-11T18:00:00Z");
        Due due = new Due(UUID.randomUUID(), now);
        for (int failures = 0; failures < 20; failures++) {
            postponements.add("none", tenant, due, failures, now);
            var postponement = postponements.of(tenant).getFirst();
            assertEquals(failures + 1, postponement.failures());
            assertEquals(now.plusMillis(Math.min(3_600_000, 500L << Math.min(failures, 13))), postponement.againAt());
        }
        postponements.remove("none", tenant, due.subject());
    }

    @Test
    void whatFallsDueAnewIsTriedAtOnce() {
        UUID broken = gadgets.fallsBroken(tenant, past(10));
        await().atMost(SOON).until(() -> failures(broken) >= 1);
        postponements.add("gadgets", tenant, new Due(broken, past(10)), 30, wall.instant());
        gadgets.mend(broken);
        gadgets.fallsAnew(tenant, broken, past(1));
        await().atMost(SOON).until(() -> gadgets.isDone(broken));
    }

    @Test
    void whatIsNoLongerDueIsNoLongerFailing() {
        UUID broken = gadgets.fallsBroken(tenant, past(10));
        await().atMost(SOON).until(() -> failures(broken) >= 1);
        gadgets.drop(broken);
        await().atMost(SOON).until(() -> failures(broken) == 0);
    }

    @Test
    void aSandboxHasItsOwnTime() {
        UUID sandbox = TestTenants.OTHER_SANDBOX;
        Instant due = wall.instant().plus(Duration.ofDays(30));
        sql.update("DELETE FROM sandbox_clock WHERE tenant_id = ?", sandbox);
        UUID piece = gadgets.falls(sandbox, due);
        sql.update("INSERT INTO sandbox_clock (tenant_id, now_at) VALUES (?, ?)", sandbox, due);
        await().atMost(SOON).until(() -> gadgets.isDone(piece));
        sql.update("DELETE FROM sandbox_clock WHERE tenant_id = ?", sandbox);
    }

    @Test
    void whatFallsDueOfASuspendedTenantRests() {
        change(TenantStatus.SUSPENDED);
        UUID resting = gadgets.falls(tenant, past(10));
        UUID of = gadgets.falls(UUID.randomUUID(), past(1));
        await().atMost(SOON).until(() -> gadgets.isDone(of));
        assertFalse(gadgets.isDone(resting));
        change(TenantStatus.ACTIVE);
        await().atMost(SOON).until(() -> gadgets.isDone(resting));
    }

    private void change(TenantStatus status) {
        tenancy.runAs(tenant, () -> known.learn(tenant, new TenantFacts(tenant, "Acme IT", TenantKind.REAL, status)));
    }

    @Test
    void tenantsTakeTurns() {
        UUID other = UUID.randomUUID();
        for (int i = 0; i < 200; i++) {
            gadgets.falls(tenant, past(100));
        }
        UUID last = gadgets.falls(other, past(1));
        await().atMost(SOON).until(() -> gadgets.isDone(last));
        await().atMost(SOON).until(() -> gadgets.order(Set.of(tenant, other)).size() == 201);
        assertTrue(
                gadgets.order(Set.of(tenant, other)).indexOf(other) < 200,
                "the other's one piece came behind two hundred");
    }

    private Instant past(int seconds) {
        return Instant.parse("2026-06-11T18:00:00Z").minusSeconds(seconds);
    }

    private int failures(UUID subject) {
        return postponements.of(tenant).stream()
                .filter(postponement -> postponement.subject().equals(subject))
                .mapToInt(Postponement::failures)
                .findAny()
                .orElse(0);
    }
}
