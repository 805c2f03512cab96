package dev.remit.notifications;

import dev.remit.kit.tenantdata.SuspendedExportResource;
import dev.remit.kit.tenantdata.SuspendedExports;
import jakarta.ws.rs.Path;

/** Everything that this service keeps of a tenant that is suspended. */
@Path("/api/notifications/v1/tenants")
class SuspendedExport extends SuspendedExportResource {
    SuspendedExport(SuspendedExports exports) {
        super(exports);
    }
}
