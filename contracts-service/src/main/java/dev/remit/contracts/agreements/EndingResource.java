package dev.remit.contracts.agreements;

import static dev.remit.kit.tenancy.Roles.CLIENT_APPROVER;
import static dev.remit.kit.tenancy.Roles.OWNER;

import dev.remit.kit.idempotency.Idempotent;
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

/** How a signed version is ended before its time. */
@Path(VersionResource.PATH + "/{number}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(OWNER)
@Tag(name = "Agreement versions")
class EndingResource {
    private final Endings endings;
    private final Cancellations cancellations;
    private final VersionViews views;

    EndingResource(Endings endings, Cancellations cancellations, VersionViews views) {
        this.endings = endings;
        this.cancellations = cancellations;
        this.views = views;
    }

    /**
     * End a signed version before its time. Whatever was signed after it stays as it is, and so does what was ruled and billed
     * under it. The version is TERMINATED from the given date on. A version is ended once.
     *
     * @param id the agreement's id.
     * @param number the version's number, from 1.
     * @return the version with its end
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/terminate")
    @Idempotent("agreement-versions.terminate")
    public RestResponse<VersionView> terminateAgreementVersion(UUID id, int number, @NotNull @Valid Termination body) {
        return views.ok(endings.terminate(id, number, body));
    }

    /**
     * Agree that a signed version is not to begin. An owner agrees for the MSP, an active approver for the client, in either
     * order; with the second it is WITHDRAWN for good, and the version before it goes on until its own end. An owner may record
     * the client's consent on paper with their own.
     *
     * @param id the agreement's id.
     * @param number the version's number, from 1.
     * @return the version: SCHEDULED while only one has agreed, then WITHDRAWN
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/cancel")
    @RolesAllowed({OWNER, CLIENT_APPROVER})
    @Idempotent("agreement-versions.cancel")
    public RestResponse<VersionView> cancelAgreementVersion(UUID id, int number, @NotNull @Valid Cancellation body) {
        return views.ok(cancellations.consent(id, number, body));
    }

    /**
     * Take back one's consent to cancel a version, as long as the other party has not given theirs. The version begins as
     * signed.
     *
     * @param id the agreement's id.
     * @param number the version's number, from 1.
     * @return the version: SCHEDULED
     */
    @POST
    @Path("/keep")
    @RolesAllowed({OWNER, CLIENT_APPROVER})
    @Idempotent("agreement-versions.keep")
    public RestResponse<VersionView> keepAgreementVersion(UUID id, int number) {
        return views.ok(cancellations.takeBack(id, number));
    }
}
