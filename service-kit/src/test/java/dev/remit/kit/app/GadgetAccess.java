package dev.remit.kit.app;

import dev.remit.kit.access.AccessRecords;
import dev.remit.kit.access.AccessResource;
import dev.remit.kit.tenancy.Tenancy;
import jakarta.ws.rs.Path;

@Path("/api/gadgets/v1/access-records")
class GadgetAccess extends AccessResource {
    GadgetAccess(AccessRecords records, Tenancy tenancy) {
        super(records, tenancy);
    }
}
