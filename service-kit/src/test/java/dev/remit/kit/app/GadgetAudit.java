package dev.remit.kit.app;

import dev.remit.kit.audit.AuditResource;
import dev.remit.kit.audit.AuditTrail;
import jakarta.ws.rs.Path;

@Path("/api/gadgets/v1/audit")
class GadgetAudit extends AuditResource {
    GadgetAudit(AuditTrail trail) {
        super(trail);
    }
}
