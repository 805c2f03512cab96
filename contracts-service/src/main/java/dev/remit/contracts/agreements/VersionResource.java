package dev.remit.contracts.agreements;

import static dev.remit.contracts.Roles.AUDITOR;
import static dev.remit.contracts.Roles.CLIENT_APPROVER;
import static dev.remit.contracts.Roles.FINANCE;
import static dev.remit.contracts.Roles.INTEGRATOR;
import static dev.remit.contracts.Roles.OWNER;
import static dev.remit.contracts.Roles.SERVICE_DESK;
import static dev.remit.contracts.Roles.TECHNICIAN;

import dev.remit.contracts.ApiText;
import dev.remit.contracts.Versioned;
import dev.remit.contracts.agreements.lint.Finding;
import dev.remit.contracts.agreements.terms.Terms;
import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.idempotency.Idempotency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The versions of an agreement while they are written, and to read. */
@Path(VersionResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agreement versions", description = "Terms from the first draft to the signed document.")
class VersionResource {
    static final String PATH = AgreementResource.PATH + "/{id}/versions";

    private final Agreements agreements;
    private final Drafts drafts;
    private final VersionViews views;
    private final Idempotency idempotency;

    VersionResource(Agreements agreements, Drafts drafts, VersionViews views, Idempotency idempotency) {
        this.agreements = agreements;
        this.drafts = drafts;
        this.views = views;
        this.idempotency = idempotency;
    }

    /** What makes two requests to draft a version the same. */
    private record Drafting(UUID agreementId, Terms terms) {}

    /** What lint noticed, errors first. */
    @Schema(name = "LintReport")
    record LintReport(@Schema(description = "Errors first.") List<Finding> items) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(OWNER)
    @Operation(
            operationId = "createAgreementVersion",
            summary = "Draft the next version",
            description = "The terms may be incomplete, but what is there must be well formed. Lint says what lacks.")
    @APIResponse(
            responseCode = "201",
            description = "The draft under its number",
            headers = {
                @Header(
                        name = "Location",
                        description = ApiText.LOCATION,
                        schema = @Schema(implementation = String.class)),
                @Header(name = "ETag", description = ApiText.ETAG, schema = @Schema(implementation = String.class))
            },
            content = @Content(schema = @Schema(implementation = VersionView.class)))
    public Response create(
            @Parameter(description = ApiText.AGREEMENT) @PathParam("id") UUID id,
            @Parameter(description = ApiText.KEY, required = true) @HeaderParam(Idempotency.HEADER) String key,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(examples = @ExampleObject(name = "terms", value = VersionExamples.TERMS)))
                    @NotNull
                    @Valid
                    Terms body) {
        return idempotency.run("agreement-versions.create", key, new Drafting(id, body), () -> {
            Versioned<VersionView> draft = views.of(drafts.create(id, body));
            return draft.created(AgreementResource.PATH + "/" + id + "/versions/"
                    + draft.view().version());
        });
    }

    @GET
    @Path("/{number}")
    @Transactional
    @RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, INTEGRATOR, AUDITOR, CLIENT_APPROVER})
    @AccessRecorded
    @Operation(
            operationId = "getAgreementVersion",
            summary = "Read a version",
            description = "A client's approver sees it once it is proposed.")
    @APIResponse(
            responseCode = "200",
            description = "The version",
            headers =
                    @Header(name = "ETag", description = ApiText.ETAG, schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = VersionView.class)))
    public Response get(
            @Parameter(description = ApiText.AGREEMENT) @PathParam("id") UUID id,
            @Parameter(description = ApiText.VERSION) @PathParam("number") int number) {
        return views.of(agreements.visible(id, number)).response();
    }

    @PUT
    @Path("/{number}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed(OWNER)
    @Operation(operationId = "changeAgreementVersion", summary = "Replace the terms of a draft")
    @APIResponse(
            responseCode = "200",
            description = "The draft as it is now",
            headers =
                    @Header(name = "ETag", description = ApiText.ETAG, schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = VersionView.class)))
    public Response change(
            @Parameter(description = ApiText.AGREEMENT) @PathParam("id") UUID id,
            @Parameter(description = ApiText.VERSION) @PathParam("number") int number,
            @Parameter(description = ApiText.IF_MATCH, required = true) @HeaderParam(HttpHeaders.IF_MATCH)
                    String ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(examples = @ExampleObject(name = "terms", value = VersionExamples.TERMS)))
                    @NotNull
                    @Valid
                    Terms body) {
        return views.of(drafts.change(id, number, ifMatch, body)).response();
    }

    @GET
    @Path("/{number}/lint")
    @Transactional
    @RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, INTEGRATOR, AUDITOR})
    @AccessRecorded
    @Operation(
            operationId = "lintAgreementVersion",
            summary = "Say what a version lacks",
            description = "Judged by the client and the catalogue as they are today. An ERROR stops the proposal.")
    public LintReport lint(
            @Parameter(description = ApiText.AGREEMENT) @PathParam("id") UUID id,
            @Parameter(description = ApiText.VERSION) @PathParam("number") int number) {
        return new LintReport(drafts.lint(agreements.visible(id, number)));
    }
}
