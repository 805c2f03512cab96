package dev.remit.notifications;

import dev.remit.kit.access.AccessRecords;
import dev.remit.kit.access.AccessResource;
import dev.remit.kit.tenancy.Tenancy;
import jakarta.ws.rs.Path;

/** Who read what in this service. */
@Path("/api/notifications/v1/access-records")
class AccessLog extends AccessResource {
    AccessLog(AccessRecords records, Tenancy tenancy) {
        super(records, tenancy);
    }
}
