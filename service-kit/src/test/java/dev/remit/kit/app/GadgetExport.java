package dev.remit.kit.app;

import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.tenantdata.ExportResource;
import dev.remit.kit.tenantdata.TenantExport;
import jakarta.ws.rs.Path;

@Path("/api/gadgets/v1/export")
class GadgetExport extends ExportResource {
    GadgetExport(TenantExport export, Tenancy tenancy) {
        super(export, tenancy);
    }
}
