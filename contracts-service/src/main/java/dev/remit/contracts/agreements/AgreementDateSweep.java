package dev.remit.contracts.agreements;

import dev.remit.kit.sql.Sql;
import dev.remit.kit.sweep.Due;
import dev.remit.kit.sweep.Sweep;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finds the dates of agreements of which there is something to tell by now, or that are over. */
@ApplicationScoped
class AgreementDateSweep implements Sweep {
    private final Sql sql;
    private final AgreementDates dates;

    AgreementDateSweep(Sql sql, AgreementDates dates) {
        this.sql = sql;
        this.dates = dates;
    }

    @Override
    public String name() {
        return "agreement-dates";
    }

    @Override
    public boolean byTenantsClock() {
        return true;
    }

    @Override
    public Map<UUID, Instant> tenants() {
        return sql.instants("SELECT tenant_id, MIN(look_at) FROM agreement_date GROUP BY tenant_id");
    }

    @Override
    public List<Due> due(UUID tenant, Instant now, int limit) {
        return sql.list(
                "SELECT id, look_at FROM agreement_date WHERE tenant_id = ? AND look_at <= ? ORDER BY look_at, id LIMIT ?",
                row -> new Due(row.uuid(1), row.instant(2)),
                tenant,
                now,
                limit);
    }

    @Override
    public boolean work(UUID date) {
        return dates.look(date);
    }
}
