package dev.remit.notifications;

import dev.remit.kit.tenantdata.ErasureReports;
import dev.remit.kit.tenantdata.ErasureResource;
import jakarta.ws.rs.Path;

/** What this service has erased of a tenant. */
@Path("/api/notifications/v1/tenants")
class Erasure extends ErasureResource {
    Erasure(ErasureReports reports) {
        super(reports);
    }
}
