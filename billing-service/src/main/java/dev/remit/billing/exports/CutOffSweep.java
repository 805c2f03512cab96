package dev.remit.billing.exports;

import dev.remit.kit.sql.Sql;
import dev.remit.kit.sweep.Due;
import dev.remit.kit.sweep.Sweep;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes the steps of the cut-offs that are under way, one of each in turn, so that a long one holds up no other. */
@ApplicationScoped
class CutOffSweep implements Sweep {
    private final Sql sql;
    private final CutOffActions desk;

    CutOffSweep(Sql sql, CutOffActions desk) {
        this.sql = sql;
        this.desk = desk;
    }

    @Override
    public String name() {
        return "cut-offs";
    }

    @Override
    public Map<UUID, Instant> tenants() {
        return sql.instants("SELECT tenant_id, MIN(since) FROM cut_off_under_way GROUP BY tenant_id");
    }

    @Override
    public List<Due> due(UUID tenant, Instant now, int limit) {
        return sql.list(
                "SELECT cut_off_id, since FROM cut_off_under_way WHERE tenant_id = ? ORDER BY since, cut_off_id LIMIT ?",
                row -> new Due(row.uuid(1), row.instant(2)),
                tenant,
                limit);
    }

    @Override
    public boolean work(UUID cutOff) {
        return desk.goOn(cutOff);
    }
}
