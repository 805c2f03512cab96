package dev.remit.billing.approvals;

import dev.remit.kit.loop.Loop;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.time.TenantClock;
import dev.remit.kit.trace.Trace;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Notices quotes that ran out undecided. Looks across tenants; what it finds it expires as each quote's tenant. */
@ApplicationScoped
class QuoteSweep {
    private static final Logger LOG = Logger.getLogger(QuoteSweep.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int BATCH = 200;
    private static final String DUE =
            "SELECT tenant_id, id, expires_at FROM quote WHERE status = 'SENT' AND expires_at <= ?";

    private final Sql sql;
    private final Tenancy tenancy;
    private final TenantClock tenantClock;
    private final InstantSource clock;
    private final Decisions decisions;
    private final Loop loop = new Loop("quote-sweep", PAUSE, () -> sweep() == BATCH);

    QuoteSweep(
            Sql sql,
            Tenancy tenancy,
            TenantClock tenantClock,
            InstantSource clock,
            Decisions decisions,
            MeterRegistry metrics) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.tenantClock = tenantClock;
        this.clock = clock;
        this.decisions = decisions;
        Gauge.builder("remit.sweep.lag", this, sweep -> sweep.lag().toSeconds())
                .description("How long ago the quote ran out that has waited longest to be expired")
                .tag("sweep", "quotes")
                .baseUnit("seconds")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    private record Due(UUID tenant, UUID quote, Instant since) {}

    /** One that fails does not keep the others waiting; that any failed is said when all have had their turn. */
    private int sweep() {
        List<Due> due = due();
        List<Throwable> failures = new ArrayList<>();
        for (Due one : due) {
            Trace.begin();
            try {
                tenancy.runAs(one.tenant, () -> decisions.expire(one.quote));
            } catch (RuntimeException | Error e) {
                failures.add(e);
                log(one, e);
            }
        }
        if (!failures.isEmpty()) {
            IllegalStateException failed = new IllegalStateException(
                    failures.size() + " of " + due.size() + " quotes could not be expired", failures.removeFirst());
            failures.forEach(failed::addSuppressed);
            throw failed;
        }
        return due.size();
    }

    private static void log(Due one, Throwable failure) {
        Trace.tenant(one.tenant);
        try {
            LOG.warnf("quote %s could not be expired: %s", one.quote, failure);
        } finally {
            Trace.tenant(null);
        }
    }

    private Duration lag() {
        Instant now = clock.instant();
        return find(inRealTime(), ofRealTime(now)).stream()
                .findFirst()
                .map(longest -> Duration.between(longest.since, now))
                .orElse(Duration.ZERO);
    }

    private String inRealTime() {
        return tenantClock.sandboxTenants().isEmpty()
                ? DUE
                : DUE + " AND tenant_id NOT IN (?"
                        + ", ?".repeat(tenantClock.sandboxTenants().size() - 1) + ")";
    }

    private List<Object> ofRealTime(Instant now) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(now);
        arguments.addAll(tenantClock.sandboxTenants());
        return arguments;
    }

    private List<Due> due() {
        List<Due> due = new ArrayList<>(find(inRealTime(), ofRealTime(clock.instant())));
        for (UUID sandbox : tenantClock.sandboxTenants()) {
            due.addAll(find(DUE + " AND tenant_id = ?", List.of(tenantClock.nowFor(sandbox), sandbox)));
        }
        return due;
    }

    private List<Due> find(String query, List<Object> arguments) {
        return sql.list(
                query + " ORDER BY expires_at LIMIT " + BATCH,
                row -> new Due(row.uuid(1), row.uuid(2), row.instant(3)),
                arguments.toArray());
    }
}
