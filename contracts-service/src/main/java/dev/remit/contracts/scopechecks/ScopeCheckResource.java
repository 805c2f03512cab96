package dev.remit.contracts.scopechecks;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.CLIENT_APPROVER;
import static dev.remit.kit.tenancy.Roles.FINANCE;
import static dev.remit.kit.tenancy.Roles.INTEGRATOR;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;
import static dev.remit.kit.tenancy.Roles.TECHNICIAN;

import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.sql.ConsistentRead;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Scope checks over HTTP. */
@Path("/api/contracts/v1/scope-checks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Scope checks", description = "Is this work within our remit, and what would it cost if not?")
class ScopeCheckResource {

    private final ScopeChecks checks;

    ScopeCheckResource(ScopeChecks checks) {
        this.checks = checks;
    }

    /**
     * Ask whether work is included and what it would cost. Rules by the signed version in force on the date, as a ticket with
     * these facts would be ruled, and keeps nothing. What cannot be known is SILENT or AMBIGUOUS, never guessed.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ConsistentRead
    @RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, INTEGRATOR, AUDITOR, CLIENT_APPROVER})
    @AccessRecorded
    public ScopeAnswer checkScope(@NotNull @Valid ScopeQuestion body) {
        return checks.check(body);
    }
}
