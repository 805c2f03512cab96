package dev.remit.billing.approvals;

import dev.remit.billing.turns.Turn;
import dev.remit.billing.turns.Turns;
import dev.remit.kit.loop.Loop;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.time.TenantClock;
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
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Notices quotes that ran out undecided. Looks across tenants; what it finds it expires as each quote's tenant. */
@ApplicationScoped
class QuoteSweep {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int BATCH = 200;
    private static final String DUE = "SELECT tenant_id, id, expires_at, ROW_NUMBER() OVER (PARTITION BY tenant_id"
            + " ORDER BY expires_at, id) AS turn FROM quote WHERE status = 'SENT' AND expires_at <= ?"
            + " AND (expire_again_at IS NULL OR expire_again_at <= ?)";
    /** After each failure twice as long, up to an hour. */
    private static final String POSTPONE =
            "UPDATE quote SET expiry_attempts = expiry_attempts + 1, expire_again_at = TIMESTAMPADD(SECOND,"
                    + " LEAST(3600, 5 * POW(2, LEAST(expiry_attempts, 20))), ?) WHERE tenant_id = ? AND id = ?";

    private final Sql sql;
    private final Tenancy tenancy;
    private final TenantClock tenantClock;
    private final InstantSource clock;
    private final Decisions decisions;
    private final Turns turns;
    private final Loop loop = new Loop("quote-sweep", PAUSE, () -> sweep() == BATCH);

    QuoteSweep(
            Sql sql,
            Tenancy tenancy,
            TenantClock tenantClock,
            InstantSource clock,
            Decisions decisions,
            Turns turns,
            MeterRegistry metrics) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.tenantClock = tenantClock;
        this.clock = clock;
        this.decisions = decisions;
        this.turns = turns;
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

    private record Due(UUID tenant, UUID quote, Instant since) {
        Turn turn() {
            return new Turn(tenant, quote);
        }
    }

    /** One that cannot be expired is postponed, so that those which can never wait behind it. */
    private int sweep() {
        List<Due> due = due();
        turns.take("expiry of quote", due.stream().map(Due::turn).toList(), decisions::expire, this::postpone);
        return due.size();
    }

    private void postpone(Turn turn) {
        tenancy.runAs(turn.tenant(), () -> sql.update(POSTPONE, clock.instant(), turn.tenant(), turn.subject()));
    }

    private Duration lag() {
        Instant now = clock.instant();
        return find(inRealTime(), ofRealTime(now)).stream()
                .map(Due::since)
                .min(Comparator.naturalOrder())
                .map(longest -> Duration.between(longest, now))
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
        arguments.add(clock.instant());
        arguments.addAll(tenantClock.sandboxTenants());
        return arguments;
    }

    private List<Due> due() {
        List<Due> due = new ArrayList<>(find(inRealTime(), ofRealTime(clock.instant())));
        for (UUID sandbox : tenantClock.sandboxTenants()) {
            due.addAll(
                    find(DUE + " AND tenant_id = ?", List.of(tenantClock.nowFor(sandbox), clock.instant(), sandbox)));
        }
        return due;
    }

    /** Of each tenant the first before the second of any. */
    private List<Due> find(String query, List<Object> arguments) {
        return sql.list(
                "SELECT tenant_id, id, expires_at FROM (" + query + ") AS due ORDER BY turn, expires_at LIMIT " + BATCH,
                row -> new Due(row.uuid(1), row.uuid(2), row.instant(3)),
                arguments.toArray());
    }
}
