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

/** The steps of a version from the draft to the end of its time. */
@Path(VersionResource.PATH + "/{number}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(OWNER)
@Tag(name = "Agreement versions")
class SigningResource {
    private final Proposals proposals;
    private final Activation activation;
    private final VersionViews views;

    SigningResource(Proposals proposals, Activation activation, VersionViews views) {
        this.proposals = proposals;
        this.activation = activation;
        this.views = views;
    }

    /**
     * Freeze a draft for signature. Takes the catalogue of today into the document and fixes its bytes. Answers 422 with the
     * findings while lint has errors, such as an item of the catalogue on which nobody ruled.
     *
     * @param id the agreement's id.
     * @param number the version's number, from 1.
     * @return the version with the hash that both parties sign
     */
    @POST
    @Path("/propose")
    @Idempotent("agreement-versions.propose")
    public RestResponse<VersionView> proposeAgreementVersion(UUID id, int number) {
        return views.ok(proposals.propose(id, number));
    }

    /**
     * Take a proposal back. The version becomes a draft again. Signatures under the proposal no longer count.
     *
     * @param id the agreement's id.
     * @param number the version's number, from 1.
     * @return the draft
     */
    @POST
    @Path("/withdraw")
    @Idempotent("agreement-versions.withdraw")
    public RestResponse<VersionView> withdrawAgreementVersion(UUID id, int number) {
        return views.ok(proposals.withdraw(id, number));
    }

    /**
     * Sign a proposed version. An owner signs for the MSP, an active approver for the client. The body repeats the hash of what
     * was read; another hash is refused.
     *
     * @param id the agreement's id.
     * @param number the version's number, from 1.
     * @return 201: the version with its signatures
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/signatures")
    @RolesAllowed({OWNER, CLIENT_APPROVER})
    @Idempotent("agreement-versions.sign")
    public RestResponse<VersionView> signAgreementVersion(UUID id, int number, @NotNull @Valid NewSignature body) {
        return views.created(proposals.sign(id, number, body));
    }

    /**
     * Put a version that both have signed in force. Publishes the signed document. The version of the same agreement that was
     * in force ends where this one begins; a client has one agreement on any date.
     *
     * @param id the agreement's id.
     * @param number the version's number, from 1.
     * @return the active version with the hash of its document
     */
    @POST
    @Path("/activate")
    @Idempotent("agreement-versions.activate")
    public RestResponse<VersionView> activateAgreementVersion(UUID id, int number) {
        return views.ok(activation.activate(id, number));
    }

    /**
     * End an active version early. No version takes its place. What was ruled and billed under it stays.
     *
     * @param id the agreement's id.
     * @param number the version's number, from 1.
     * @return the terminated version
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/terminate")
    @Idempotent("agreement-versions.terminate")
    public RestResponse<VersionView> terminateAgreementVersion(UUID id, int number, @NotNull @Valid Termination body) {
        return views.ok(activation.terminate(id, number, body.effectiveTo()));
    }
}
