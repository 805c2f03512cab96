package dev.remit.contracts.agreements;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.CLIENT_APPROVER;
import static dev.remit.kit.tenancy.Roles.FINANCE;
import static dev.remit.kit.tenancy.Roles.INTEGRATOR;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;
import static dev.remit.kit.tenancy.Roles.TECHNICIAN;

import dev.remit.contracts.agreements.terms.Terms;
import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.idempotency.Idempotent;
import dev.remit.kit.sql.ConsistentRead;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The versions of an agreement while they are written, and to read. */
@Path(VersionResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, INTEGRATOR, AUDITOR, CLIENT_APPROVER})
@AccessRecorded
@Tag(name = "Agreement versions", description = "Terms from the first draft to the signed document.")
class VersionResource {
    static final String PATH = AgreementResource.PATH + "/{id}/versions";

    private final Agreements agreements;
    private final Drafts drafts;
    private final VersionViews views;

    VersionResource(Agreements agreements, Drafts drafts, VersionViews views) {
        this.agreements = agreements;
        this.drafts = drafts;
        this.views = views;
    }

    /**
     * Draft the next version. The terms may be incomplete, but what is there must be well formed. Lint says what lacks.
     *
     * @param id the agreement's id.
     * @return 201: the draft under its number
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(OWNER)
    @Idempotent("agreement-versions.create")
    public RestResponse<VersionView> createAgreementVersion(UUID id, @NotNull @Valid Terms body) {
        return views.created(drafts.create(id, body));
    }

    /**
     * Read a version. A client's approver sees it once it is proposed.
     *
     * @param id the agreement's id.
     * @param number the version's number, from 1.
     * @return the version
     */
    @GET
    @Path("/{number}")
    @ConsistentRead
    public RestResponse<VersionView> getAgreementVersion(UUID id, int number) {
        return views.ok(agreements.visible(id, number));
    }

    /**
     * Replace the terms of a draft.
     *
     * @param id the agreement's id.
     * @param number the version's number, from 1.
     * @return the draft as it is now
     */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{number}")
    @Transactional
    @RolesAllowed(OWNER)
    public RestResponse<VersionView> changeAgreementVersion(
            UUID id, int number, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid Terms body) {
        return views.ok(drafts.change(id, number, ifMatch, body));
    }

    /**
     * Delete a draft. Its number stays taken. What was proposed can be taken back first; what was signed cannot be deleted.
     *
     * @param id the agreement's id.
     * @param number the version's number, from 1.
     * @return 204: it is gone
     */
    @DELETE
    @Path("/{number}")
    @Transactional
    @RolesAllowed(OWNER)
    public RestResponse<Void> deleteAgreementDraft(
            UUID id, int number, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        drafts.discard(id, number, ifMatch);
        return RestResponse.noContent();
    }

    /**
     * Say what a version lacks. Judged by the client and the catalogue as they are today. An ERROR stops the proposal.
     *
     * @param id the agreement's id.
     * @param number the version's number, from 1.
     */
    @GET
    @Path("/{number}/lint")
    @ConsistentRead
    @RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, INTEGRATOR, AUDITOR})
    public LintReport lintAgreementVersion(UUID id, int number) {
        return new LintReport(drafts.lint(agreements.visible(id, number)));
    }
}
