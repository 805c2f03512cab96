package dev.remit.kit.app;

import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.time.SandboxClockResource;
import dev.remit.kit.time.TenantClock;
import jakarta.ws.rs.Path;

@Path("/api/gadgets/v1/sandbox/clock")
class GadgetClockResource extends SandboxClockResource {
    GadgetClockResource(TenantClock clock, Tenancy tenancy) {
        super(clock, tenancy);
    }
}
