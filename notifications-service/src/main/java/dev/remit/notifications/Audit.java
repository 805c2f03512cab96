package dev.remit.notifications;

import dev.remit.kit.audit.AuditResource;
import dev.remit.kit.audit.AuditTrail;
import jakarta.ws.rs.Path;

/** Who did what in this service. */
@Path("/api/notifications/v1/audit")
class Audit extends AuditResource {
    Audit(AuditTrail trail) {
        super(trail);
    }
}
