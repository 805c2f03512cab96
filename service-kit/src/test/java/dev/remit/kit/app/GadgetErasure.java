package dev.remit.kit.app;

import dev.remit.kit.tenantdata.ErasureReports;
import dev.remit.kit.tenantdata.ErasureResource;
import jakarta.ws.rs.Path;

@Path("/api/gadgets/v1/tenants")
class GadgetErasure extends ErasureResource {
    GadgetErasure(ErasureReports reports) {
        super(reports);
    }
}
