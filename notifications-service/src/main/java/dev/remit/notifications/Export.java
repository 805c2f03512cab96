package dev.remit.notifications;

import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.tenantdata.ExportResource;
import dev.remit.kit.tenantdata.TenantExport;
import jakarta.ws.rs.Path;

/** Everything that this service keeps of a tenant. */
@Path("/api/notifications/v1/export")
class Export extends ExportResource {
    Export(TenantExport export, Tenancy tenancy) {
        super(export, tenancy);
    }
}
