package dev.remit.billing.approvals;

import dev.remit.kit.loop.Loop;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.time.TenantClock;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Notices quotes that ran out undecided. Looks across tenants; what it finds it expires as each quote's tenant. */
@ApplicationScoped
class QuoteSweep {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int BATCH = 200;
    private static final String DUE = "SELECT tenant_id, id FROM quote WHERE status = 'SENT' AND expires_at <= ?";

    private final Sql sql;
    private final Tenancy tenancy;
    private final TenantClock tenantClock;
    private final InstantSource clock;
    private final Decisions decisions;
    private final Loop loop = new Loop("quote-sweep", PAUSE, () -> sweep() == BATCH);

    QuoteSweep(Sql sql, Tenancy tenancy, TenantClock tenantClock, InstantSource clock, Decisions decisions) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.tenantClock = tenantClock;
        this.clock = clock;
        this.decisions = decisions;
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    private record Due(UUID tenant, UUID quote) {}

    int sweep() {
        List<Due> due = due();
        due.forEach(one -> tenancy.runAs(one.tenant, () -> decisions.expire(one.quote)));
        return due.size();
    }

    private List<Due> due() {
        List<Due> due = new ArrayList<>();
        List<Object> arguments = new ArrayList<>();
        arguments.add(clock.instant());
        arguments.addAll(tenantClock.sandboxTenants());
        String others = tenantClock.sandboxTenants().isEmpty()
                ? ""
                : " AND tenant_id NOT IN (?"
                        + ", ?".repeat(tenantClock.sandboxTenants().size() - 1) + ")";
        due.addAll(find(DUE + others, arguments));
        for (UUID sandbox : tenantClock.sandboxTenants()) {
            due.addAll(find(DUE + " AND tenant_id = ?", List.of(tenantClock.nowFor(sandbox), sandbox)));
        }
        return due;
    }

    private List<Due> find(String query, List<Object> arguments) {
        return sql.list(
                query + " ORDER BY expires_at LIMIT " + BATCH,
                row -> new Due(row.uuid(1), row.uuid(2)),
                arguments.toArray());
    }
}
