package dev.remit.kit.tenantdata;

import dev.remit.kit.access.AccessWatch;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenancy.Caller;
import dev.remit.kit.tenants.TenantStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;

/** Exports for operators, of tenants whose own people cannot get in. The tenant's access record has each. */
@ApplicationScoped
public class SuspendedExports {
    private final TenantExport export;
    private final Sql sql;
    private final Caller caller;
    private final AccessWatch watch;

    SuspendedExports(TenantExport export, Sql sql, Caller caller, AccessWatch watch) {
        this.export = export;
        this.sql = sql;
        this.caller = caller;
        this.watch = watch;
    }

    /**
     * @throws Problem not-found of a tenant that this service was not told of, and wrong-state of one that is served or
     *     erased
     */
    StreamingOutput of(UUID tenant) {
        caller.requireNoTenant();
        TenantStatus status = sql.first(
                        "SELECT state FROM known_tenant WHERE tenant_id = ?",
                        row -> TenantStatus.valueOf(row.text(1)),
                        tenant)
                .orElseThrow(Problem::notFound);
        watch.addressedTo(tenant);
        if (status != TenantStatus.SUSPENDED) {
            throw Problem.wrongState("An operator is given the data of a tenant that is suspended, and of no other.");
        }
        return export.ofSuspended(tenant);
    }
}
