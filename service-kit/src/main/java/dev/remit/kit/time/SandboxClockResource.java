package dev.remit.kit.time;

import dev.remit.kit.tenancy.Tenancy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Reads and moves the clock of a sandbox tenant. A service extends it with its path, such as
 * {@code @Path("/api/tickets/v1/sandbox/clock")}.
 */
@Tag(name = "Sandbox")
public abstract class SandboxClockResource {
    private final TenantClock clock;
    private final Tenancy tenancy;

    protected SandboxClockResource(TenantClock clock, Tenancy tenancy) {
        this.clock = clock;
        this.tenancy = tenancy;
    }

    /** @param now to the microsecond */
    public record ClockReading(@NotNull Instant now) {}

    @GET
    @RolesAllowed({"owner", "integrator"})
    @Operation(summary = "What time it is for this tenant")
    public ClockReading read() {
        return new ClockReading(clock.now());
    }

    @POST
    @RolesAllowed({"owner", "integrator"})
    @Operation(summary = "Moves a sandbox tenant's clock forward; it stands still there until it is moved again")
    public ClockReading move(@NotNull @Valid ClockReading body) {
        return new ClockReading(clock.move(tenancy.current(), body.now()));
    }
}
