package dev.remit.tickets.clocks;

import static dev.remit.kit.tenancy.Roles.CLIENT_APPROVER;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;

import dev.remit.kit.http.Answers;
import dev.remit.kit.idempotency.Idempotent;
import dev.remit.tickets.ApiPaths;
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
import org.jboss.resteasy.reactive.RestResponse;

/** Contests of a ticket's waits. */
@Path(ApiPaths.TICKETS + "/{id}/contests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clocks")
class ContestsResource {
    private final ContestActions actions;

    ContestsResource(ContestActions actions) {
        this.actions = actions;
    }

    /**
     * Contests a wait that stopped clocks. By the client's approver, or by staff for a person of the client whom they name, within
     * the days that the agreement says. Until it is settled there are two readings: the clocks as they are, and as they would be if
     * the wait did not count; compliance is a range.
     *
     * @param id the ticket's id
     * @return 201: the contest; 409: no such wait counts, it was contested already, or the ticket is not under an agreement; 422:
     *     the agreement does not say that waits may be contested, or the agreed days are over
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({OWNER, SERVICE_DESK, CLIENT_APPROVER})
    @Idempotent("contests.contest")
    public RestResponse<ContestView> contestWait(UUID id, @NotNull @Valid ContestRequest body) {
        return Answers.created(ApiPaths.TICKETS + "/" + id + "/clocks", actions.contest(id, body));
    }

    /**
     * Settles what a client contests. UPHELD, the wait does not count and never did: clocks are read anew, and a verdict that turns
     * out otherwise is recorded as a correction, a breach at its due moment. REJECTED, nothing changes.
     *
     * @param id the ticket's id
     * @param contestId the contest's id
     * @return the contest, with who settled it and why; 409: it is not open
     */
    @POST
    @Path("/{contestId}/settle")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({OWNER, SERVICE_DESK})
    @Idempotent("contests.settle")
    public RestResponse<ContestView> settleContest(UUID id, UUID contestId, @NotNull @Valid ContestSettlement body) {
        return RestResponse.ok(actions.settle(id, contestId, body));
    }

    /**
     * Withdraws what was contested. By the client's approver, or by staff at their word. The wait counts as before, and may be
     * contested again within the agreed days.
     *
     * @param id the ticket's id
     * @param contestId the contest's id
     * @return the contest, with who withdrew it and why; 409: it is not open
     */
    @POST
    @Path("/{contestId}/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({OWNER, SERVICE_DESK, CLIENT_APPROVER})
    @Idempotent("contests.withdraw")
    public RestResponse<ContestView> withdrawContest(UUID id, UUID contestId, @NotNull @Valid ContestWithdrawal body) {
        return RestResponse.ok(actions.withdraw(id, contestId, body.because()));
    }
}
