package dev.remit.notifications;

import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.time.SandboxClockResource;
import dev.remit.kit.time.TenantClock;
import jakarta.ws.rs.Path;

/** This service's copy of a sandbox tenant's clock. */
@Path("/api/notifications/v1/sandbox/clock")
class SandboxClock extends SandboxClockResource {
    SandboxClock(TenantClock clock, Tenancy tenancy) {
        super(clock, tenancy);
    }
}
