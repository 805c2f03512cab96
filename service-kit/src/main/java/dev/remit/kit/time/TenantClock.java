package dev.remit.kit.time;

import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import dev.remit.kit.sql.ReadOnce;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.tenants.KnownTenants;
import dev.remit.kit.tenants.TenantKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What time it is for a tenant, in whole microseconds. A sandbox tenant's clock stands still where it was last put;
 * every other tenant has the machine's time, and so has a sandbox whose clock was never put.
 */
@ApplicationScoped
public class TenantClock {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2100-01-01T00:00:00Z");
    private static final Duration A_YEAR = Duration.ofDays(366);
    private static final String READ = "SELECT now_at FROM sandbox_clock WHERE tenant_id = ?";

    private final InstantSource wall;
    private final Tenancy tenancy;
    private final Sql sql;
    private final ReadOnce once;
    private final Event<ClockMoved> moved;
    private final KnownTenants tenants;
    private final Set<UUID> sandboxTenants;

    TenantClock(
            InstantSource wall,
            Tenancy tenancy,
            Sql sql,
            ReadOnce once,
            Event<ClockMoved> moved,
            KnownTenants tenants,
            SandboxSettings settings) {
        this.wall = wall;
        this.tenancy = tenancy;
        this.sql = sql;
        this.once = once;
        this.moved = moved;
        this.tenants = tenants;
        this.sandboxTenants = settings.tenants().map(Set::copyOf).orElse(Set.of());
    }

    private record NowOfSandbox(UUID tenant) implements ReadOnce.Question {}

    /** Now for the tenant of this request or unit of work. */
    public Instant now() {
        return nowFor(tenancy.current());
    }

    public Instant nowFor(UUID tenant) {
        return isSandbox(tenant)
                ? once.get(new NowOfSandbox(tenant), () -> sql.first(READ, row -> row.instant(1), tenant))
                        .orElseGet(wall::instant)
                : wall.instant();
    }

    /** Where the clocks of some tenants stand; those that are no sandbox, or whose clock was never put, are left out. */
    public Map<UUID, Instant> standing(Set<UUID> tenants) {
        if (tenants.stream().noneMatch(this::isSandbox)) {
            return Map.of();
        }
        Map<UUID, Instant> standing = new HashMap<>(sql.instants("SELECT tenant_id, now_at FROM sandbox_clock"));
        standing.keySet().removeIf(tenant -> !tenants.contains(tenant) || !isSandbox(tenant));
        return standing;
    }

    public boolean isSandbox(UUID tenant) {
        return sandboxTenants.contains(tenant) || tenants.of(tenant).kind() == TenantKind.SANDBOX;
    }

    /**
     * Puts a sandbox's clock: anywhere the first time, then only forward.
     *
     * @param confirmed whether a jump of more than a year is meant
     * @throws Problem not-found for a tenant that is no sandbox, validation outside of this century or for a far jump that
     *     is not confirmed, clock-backwards
     */
    @Transactional
    Instant move(UUID tenant, Instant to, boolean confirmed) {
        if (!isSandbox(tenant)) {
            throw Problem.of(ProblemType.NOT_FOUND, "Only a sandbox tenant has a clock that moves.");
        }
        if (to.isBefore(EARLIEST) || !to.isBefore(END)) {
            throw Problem.invalid("now", "must lie in the years 2000 to 2099", "sandbox-years");
        }
        Instant target = to.truncatedTo(ChronoUnit.MICROS);
        if (!confirmed) {
            requireNear(target, wall.instant());
            requireNear(target, nowFor(tenant));
        }
        Optional<Instant> before = locked(tenant).or(() -> begin(tenant, target));
        before.filter(target::isBefore).ifPresent(present -> {
            throw Problem.of(ProblemType.CLOCK_BACKWARDS, "The sandbox stands at " + present + ".");
        });
        sql.update("UPDATE sandbox_clock SET now_at = ? WHERE tenant_id = ?", target, tenant);
        once.forget(new NowOfSandbox(tenant));
        moved.fire(new ClockMoved(tenant, before, target));
        return target;
    }

    /** What is put too far ahead by mistake cannot be taken back. */
    private static void requireNear(Instant target, Instant present) {
        if (target.isAfter(present.plus(A_YEAR))) {
            throw Problem.invalid(
                    "now",
                    "lies more than a year after " + present + "; add \"confirm\": true if so meant",
                    "sandbox-far");
        }
    }

    /** Where somebody else has put the clock meanwhile; empty when this puts it first. Of two, one waits here for the other. */
    private Optional<Instant> begin(UUID tenant, Instant target) {
        sql.update(
                "INSERT INTO sandbox_clock (tenant_id, now_at) VALUES (?, ?)"
                        + " ON DUPLICATE KEY UPDATE now_at = sandbox_clock.now_at",
                tenant,
                target);
        return locked(tenant).filter(stands -> !stands.equals(target));
    }

    private Optional<Instant> locked(UUID tenant) {
        return sql.first(READ + " FOR UPDATE", row -> row.instant(1), tenant);
    }
}
