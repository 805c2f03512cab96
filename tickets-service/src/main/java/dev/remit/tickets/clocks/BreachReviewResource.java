package dev.remit.tickets.clocks;

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

/** Reviews of breaches. */
@Path(ApiPaths.TICKETS + "/{id}/excuses")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({OWNER, SERVICE_DESK})
@Tag(name = "Clocks")
class BreachReviewResource {
    private final BreachReview review;

    BreachReviewResource(BreachReview review) {
        this.review = review;
    }

    /**
     * Excuses a breach for a reason that the agreement allows. The breach stays a breach; the excuse is counted beside it, and
     * shown with its clock and in the timeline.
     *
     * @param id the ticket's id
     * @return 201: the excuse; 409: that cycle has missed nothing, or is excused already; 422: the agreement does not exclude
     *     that reason for the clock and the priority that the ticket had
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent("breaches.excuse")
    public RestResponse<ExcuseView> excuseBreach(UUID id, @NotNull @Valid ExcuseRequest body) {
        return Answers.created(ApiPaths.TICKETS + "/" + id + "/clocks", review.excuse(id, body));
    }

    /**
     * Takes the excuse of a breach back. The breach then counts as before; that it was excused stays on record.
     *
     * @param id the ticket's id
     * @param excuseId the excuse's id
     * @return the excuse, with who took it back and why; 409: it was taken back already
     */
    @POST
    @Path("/{excuseId}/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent("breaches.withdraw-excuse")
    public RestResponse<ExcuseView> withdrawExcuse(UUID id, UUID excuseId, @NotNull @Valid ExcuseWithdrawal body) {
        return RestResponse.ok(review.withdraw(id, excuseId, body.because()));
    }
}
