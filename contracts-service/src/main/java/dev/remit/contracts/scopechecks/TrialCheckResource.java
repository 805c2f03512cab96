package dev.remit.contracts.scopechecks;

import static dev.remit.kit.tenancy.Roles.CLIENT_APPROVER;
import static dev.remit.kit.tenancy.Roles.INTEGRATOR;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Scope checks by one version, signed or not. */
@Path("/api/contracts/v1/agreements/{id}/versions/{number}/scope-checks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Scope checks")
class TrialCheckResource {
    private final ScopeChecks checks;

    TrialCheckResource(ScopeChecks checks) {
        this.checks = checks;
    }

    /**
     * Ask how work would be judged if a version were in force. Drafts too. A master is put in the place of the one in force and
     * keeps its addenda; an addendum stands beside its master. The date is the one that is asked for, else that of the start,
     * else the version's first. The client is the agreement's. The answer is that of a scope check once it is in force; of
     * a version that is not signed, the hashes are those of its terms as they stand. Keeps nothing.
     *
     * @param id the agreement's id.
     * @param number the version's number, from 1.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ConsistentRead
    @RolesAllowed({OWNER, SERVICE_DESK, INTEGRATOR, CLIENT_APPROVER})
    @AccessRecorded
    public ScopeAnswer checkDraftScope(UUID id, int number, @NotNull @Valid ScopeQuestion body) {
        return checks.tryOut(id, number, body);
    }
}
