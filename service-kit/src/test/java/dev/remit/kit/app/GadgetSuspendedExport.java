package dev.remit.kit.app;

import dev.remit.kit.tenantdata.SuspendedExportResource;
import dev.remit.kit.tenantdata.SuspendedExports;
import jakarta.ws.rs.Path;

@Path("/api/gadgets/v1/tenants")
class GadgetSuspendedExport extends SuspendedExportResource {
    GadgetSuspendedExport(SuspendedExports exports) {
        super(exports);
    }
}
