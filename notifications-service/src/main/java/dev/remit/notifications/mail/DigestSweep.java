package dev.remit.notifications.mail;

import dev.remit.kit.sql.Sql;
import dev.remit.kit.sweep.Due;
import dev.remit.kit.sweep.Sweep;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finds the weeks that are over. */
@ApplicationScoped
class DigestSweep implements Sweep {
    private final Sql sql;
    private final Digests digests;

    DigestSweep(Sql sql, Digests digests) {
        this.sql = sql;
        this.digests = digests;
    }

    @Override
    public String name() {
        return "weekly-digests";
    }

    @Override
    public boolean byTenantsClock() {
        return true;
    }

    @Override
    public Map<UUID, Instant> tenants() {
        return sql.instants("SELECT tenant_id, MIN(due_at) FROM digest_schedule GROUP BY tenant_id");
    }

    @Override
    public List<Due> due(UUID tenant, Instant now, int limit) {
        return sql.list(
                "SELECT id, due_at FROM digest_schedule WHERE tenant_id = ? AND due_at <= ? ORDER BY due_at, id LIMIT ?",
                row -> new Due(row.uuid(1), row.instant(2)),
                tenant,
                now,
                limit);
    }

    @Override
    public boolean work(UUID schedule) {
        return digests.tell(schedule);
    }
}
