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

/** The steps of a version from the draft to its publication. */
@Path(VersionResource.PATH + "/{number}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(OWNER)
@Tag(name = "Agreement versions")
class SigningResource {
    private final Proposals proposals;
    private final Activation activation;
    private final PaperSignatures paper;
    private final Adoptions adoptions;
    private final VersionViews views;

    SigningResource(
            Proposals proposals,
            Activation activation,
            PaperSignatures paper,
            Adoptions adoptions,
            VersionViews views) {
        this.proposals = proposals;
        this.activation = activation;
        this.paper = paper;
        this.adoptions = adoptions;
        this.views = views;
    }

    /**
     * Freeze a draft for signature. Takes the catalogue of today into the document and fixes its bytes. Answers 422 with the
     * findings while lint has errors, such as an item of the catalogue on which nobody ruled, or dates on which another
     * signed version of the client is in force. For a version that begins before today the list of what it changes of tickets
     * and money is made and named in what is signed; 503 while a service that has them does not answer.
     *
     * @param id the agreement's id.
     * @param number the version's number, from 1.
     * @return the version with the hash that both parties sign
     */
    @POST
    @Path("/propose")
    @FindsChanges
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
    public RestResponse<VersionView> signAgreementVersion(UUID id, int number, @NotNull @Valid SignatureRequest body) {
        return views.created(proposals.sign(id, number, body));
    }

    /**
     * Record a signature that was made on paper. The scan was sent before. For the client it is that of an active approver, whose
     * login is given and whose own name stands on the paper, or that of somebody else with what gives them the right; for the
     * MSP it is the caller's own, or likewise somebody else's.
     *
     * @param id the agreement's id.
     * @param number the version's number, from 1.
     * @return 201: the version with its signatures
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/paper-signatures")
    @Idempotent("agreement-versions.sign-on-paper")
    public RestResponse<VersionView> recordPaperSignature(
            UUID id, int number, @NotNull @Valid PaperSignatureRequest body) {
        return views.created(paper.sign(id, number, body));
    }

    /**
     * Take a draft over as signed elsewhere. It is published at once, without signatures here, and in force by its dates. What
     * was signed is the file; the terms are the MSP's reading of it, and rulings say so. Answers 422 with the findings while
     * lint has errors.
     *
     * @param id the agreement's id.
     * @param number the version's number, from 1.
     * @return the version with the hash of its document
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/adopt")
    @Idempotent("agreement-versions.adopt")
    public RestResponse<VersionView> adoptAgreementVersion(UUID id, int number, @NotNull @Valid AdoptionRequest body) {
        return views.ok(adoptions.adopt(id, number, body));
    }

    /**
     * Publish a version that both have signed. It is in force from its first date until its end or until a later version of
     * the same agreement begins. A client has one agreement on any date.
     *
     * @param id the agreement's id.
     * @param number the version's number, from 1.
     * @return the signed version with the hash of its document
     */
    @POST
    @Path("/activate")
    @Idempotent("agreement-versions.activate")
    public RestResponse<VersionView> activateAgreementVersion(UUID id, int number) {
        return views.ok(activation.activate(id, number));
    }
}
