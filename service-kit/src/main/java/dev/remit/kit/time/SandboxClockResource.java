package dev.remit.kit.time;

import static dev.remit.kit.tenancy.Roles.INTEGRATOR;
import static dev.remit.kit.tenancy.Roles.OWNER;

import dev.remit.kit.access.AccessUnrecorded;
import dev.remit.kit.tenancy.Tenancy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Reads and moves the clock of a sandbox tenant. A service extends it with its path, such as
 * {@code @Path("/api/tickets/v1/sandbox/clock")}.
 */
@RolesAllowed({OWNER, INTEGRATOR})
@Tag(name = "Sandbox", description = "The clock of a tenant that tries things out")
public abstract class SandboxClockResource {
    private final TenantClock clock;
    private final Tenancy tenancy;

    protected SandboxClockResource(TenantClock clock, Tenancy tenancy) {
        this.clock = clock;
        this.tenancy = tenancy;
    }

    /** @param now to the microsecond */
    public record ClockReading(
            @NotNull @Schema(description = "A sandbox's clock is put into the years 2000 to 2099", pattern = "^20")
            Instant now) {}

    /**
     * @param now where to put it, to the microsecond
     * @param confirm that a jump of more than a year is meant; absent means false
     */
    public record ClockMove(
            @NotNull @Schema(description = "A sandbox's clock is put into the years 2000 to 2099", pattern = "^20")
            Instant now,

            @Schema(
                    description = "Needed where the clock goes more than a year beyond the present day, or beyond"
                            + " where it stands: it never goes back")
            Boolean confirm) {}

    /**
     * What time it is for this tenant.
     *
     * @return the time, to the microsecond
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @AccessUnrecorded("what time it is")
    public ClockReading readSandboxClock() {
        return new ClockReading(clock.now());
    }

    /**
     * Moves a sandbox tenant's clock forward; it stands still there until it is moved again.
     *
     * @return the time to which it was moved
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public ClockReading moveSandboxClock(@NotNull @Valid ClockMove body) {
        return new ClockReading(clock.move(tenancy.current(), body.now(), Boolean.TRUE.equals(body.confirm())));
    }
}
