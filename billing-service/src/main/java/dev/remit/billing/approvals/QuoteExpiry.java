package dev.remit.billing.approvals;

import dev.remit.kit.sql.Sql;
import dev.remit.kit.sweep.Due;
import dev.remit.kit.sweep.Sweep;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Expires quotes that ran out undecided. */
@ApplicationScoped
class QuoteExpiry implements Sweep {
    private final Sql sql;
    private final Decisions decisions;

    QuoteExpiry(Sql sql, Decisions decisions) {
        this.sql = sql;
        this.decisions = decisions;
    }

    @Override
    public String name() {
        return "quotes";
    }

    @Override
    public String operation() {
        return "quote-sweep";
    }

    @Override
    public boolean byTenantsClock() {
        return true;
    }

    @Override
    public Map<UUID, Instant> tenants() {
        return sql.instants(
                "SELECT tenant_id, MIN(expires_at) FROM quote WHERE status = 'SENT' AND expires_at IS NOT NULL"
                        + " GROUP BY tenant_id");
    }

    @Override
    public List<Due> due(UUID tenant, Instant now, int limit) {
        return sql.list(
                "SELECT id, expires_at FROM quote WHERE tenant_id = ? AND status = 'SENT' AND expires_at <= ?"
                        + " ORDER BY expires_at, id LIMIT ?",
                row -> new Due(row.uuid(1), row.instant(2)),
                tenant,
                now,
                limit);
    }

    @Override
    public boolean work(UUID quote) {
        decisions.expire(quote);
        return true;
    }
}
