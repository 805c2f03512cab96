package dev.remit.kit.tenantdata;

import dev.remit.kit.problem.Problem;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenancy.Caller;
import dev.remit.kit.tenantdata.ErasureReport.Chain;
import dev.remit.kit.tenantdata.ErasureReport.Erased;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says what was erased of a tenant. */
@ApplicationScoped
public class ErasureReports {
    private final Sql sql;
    private final Caller caller;
    private final String service;

    ErasureReports(Sql sql, Caller caller, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.sql = sql;
        this.caller = caller;
        this.service = service;
    }

    private record Ended(Instant at, Chain audit, Chain evidence) {}

    /** @throws Problem not-found of a tenant that is not to be erased */
    ErasureReport of(UUID tenant) {
        caller.requireNoTenant();
        if (sql.list(
                        "SELECT 1 FROM known_tenant WHERE tenant_id = ? AND state = 'ERASED'",
                        row -> row.number(1),
                        tenant)
                .isEmpty()) {
            throw Problem.notFound();
        }
        Optional<Ended> ended = sql.first(
                "SELECT ended_at, audit_links, audit_broken, evidence_links, evidence_broken FROM erasure"
                        + " WHERE tenant_id = ?",
                row -> new Ended(
                        row.instant(1),
                        new Chain(row.number(2), row.number(3) == 0),
                        new Chain(row.number(4), row.number(5) == 0)),
                tenant);
        return new ErasureReport(
                tenant,
                service,
                ended.isPresent() ? ErasureState.DONE : ErasureState.UNDER_WAY,
                ended.map(Ended::at).orElse(null),
                sql.list(
                        "SELECT kind, records FROM erased_records WHERE tenant_id = ? ORDER BY kind",
                        row -> new Erased(row.text(1), row.number(2)),
                        tenant),
                ended.map(Ended::audit).orElse(null),
                ended.map(Ended::evidence).orElse(null));
    }
}
