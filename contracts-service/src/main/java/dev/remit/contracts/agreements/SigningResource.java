package dev.remit.contracts.agreements;

import static dev.remit.contracts.Roles.CLIENT_APPROVER;
import static dev.remit.contracts.Roles.OWNER;

import dev.remit.contracts.ApiText;
import dev.remit.contracts.Versioned;
import dev.remit.kit.idempotency.Idempotency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The steps of a version from the draft to the end of its time. */
@Path(VersionResource.PATH + "/{number}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agreement versions")
class SigningResource {
    private final Proposals proposals;
    private final Activation activation;
    private final VersionViews views;
    private final Idempotency idempotency;

    SigningResource(Proposals proposals, Activation activation, VersionViews views, Idempotency idempotency) {
        this.proposals = proposals;
        this.activation = activation;
        this.views = views;
        this.idempotency = idempotency;
    }

    /** What makes two requests for the same step the same. */
    private record Step(UUID agreementId, int version, Object body) {}

    /**
     * The end of a version.
     *
     * @param effectiveTo first local date on which it no longer holds
     */
    record Termination(
            @NotNull @Schema(description = "First local date on which it no longer holds.", examples = "2026-10-01")
            LocalDate effectiveTo) {}

    @POST
    @Path("/propose")
    @RolesAllowed(OWNER)
    @Operation(
            operationId = "proposeAgreementVersion",
            summary = "Freeze a draft for signature",
            description = "Takes the catalogue of today into the document and fixes its bytes. Answers 422 with the"
                    + " findings while lint has errors, such as an item of the catalogue on which nobody ruled.")
    @APIResponse(
            responseCode = "200",
            description = "The version with the hash that both parties sign",
            headers =
                    @Header(name = "ETag", description = ApiText.ETAG, schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = VersionView.class)))
    public Response propose(
            @Parameter(description = ApiText.AGREEMENT) @PathParam("id") UUID id,
            @Parameter(description = ApiText.VERSION) @PathParam("number") int number,
            @Parameter(description = ApiText.KEY, required = true) @HeaderParam(Idempotency.HEADER) String key) {
        return step("propose", key, new Step(id, number, null), () -> views.of(proposals.propose(id, number)));
    }

    @POST
    @Path("/withdraw")
    @RolesAllowed(OWNER)
    @Operation(
            operationId = "withdrawAgreementVersion",
            summary = "Take a proposal back",
            description = "The version becomes a draft again. Signatures under the proposal no longer count.")
    @APIResponse(
            responseCode = "200",
            description = "The draft",
            headers =
                    @Header(name = "ETag", description = ApiText.ETAG, schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = VersionView.class)))
    public Response withdraw(
            @Parameter(description = ApiText.AGREEMENT) @PathParam("id") UUID id,
            @Parameter(description = ApiText.VERSION) @PathParam("number") int number,
            @Parameter(description = ApiText.KEY, required = true) @HeaderParam(Idempotency.HEADER) String key) {
        return step("withdraw", key, new Step(id, number, null), () -> views.of(proposals.withdraw(id, number)));
    }

    @POST
    @Path("/signatures")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({OWNER, CLIENT_APPROVER})
    @Operation(
            operationId = "signAgreementVersion",
            summary = "Sign a proposed version",
            description =
                    "An owner signs for the MSP, an active approver for the client. The body repeats the hash of what"
                            + " was read; another hash is refused.")
    @APIResponse(
            responseCode = "201",
            description = "The version with its signatures",
            headers = {
                @Header(
                        name = "Location",
                        description = ApiText.LOCATION,
                        schema = @Schema(implementation = String.class)),
                @Header(name = "ETag", description = ApiText.ETAG, schema = @Schema(implementation = String.class))
            },
            content = @Content(schema = @Schema(implementation = VersionView.class)))
    public Response sign(
            @Parameter(description = ApiText.AGREEMENT) @PathParam("id") UUID id,
            @Parameter(description = ApiText.VERSION) @PathParam("number") int number,
            @Parameter(description = ApiText.KEY, required = true) @HeaderParam(Idempotency.HEADER) String key,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "partner",
                                                            value = VersionExamples.SIGNATURE)))
                    @NotNull
                    @Valid
                    NewSignature body) {
        String location = AgreementResource.PATH + "/" + id + "/versions/" + number;
        return idempotency.run("agreement-versions.sign", key, new Step(id, number, body), () -> views.of(
                        proposals.sign(id, number, body))
                .created(location));
    }

    @POST
    @Path("/activate")
    @RolesAllowed(OWNER)
    @Operation(
            operationId = "activateAgreementVersion",
            summary = "Put a version that both have signed in force",
            description =
                    "Publishes the signed document. The version of the same agreement that was in force ends where this"
                            + " one begins; a client has one agreement on any date.")
    @APIResponse(
            responseCode = "200",
            description = "The active version with the hash of its document",
            headers =
                    @Header(name = "ETag", description = ApiText.ETAG, schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = VersionView.class)))
    public Response activate(
            @Parameter(description = ApiText.AGREEMENT) @PathParam("id") UUID id,
            @Parameter(description = ApiText.VERSION) @PathParam("number") int number,
            @Parameter(description = ApiText.KEY, required = true) @HeaderParam(Idempotency.HEADER) String key) {
        return step("activate", key, new Step(id, number, null), () -> views.of(activation.activate(id, number)));
    }

    @POST
    @Path("/terminate")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(OWNER)
    @Operation(
            operationId = "terminateAgreementVersion",
            summary = "End an active version early",
            description = "No version takes its place. What was ruled and billed under it stays.")
    @APIResponse(
            responseCode = "200",
            description = "The terminated version",
            headers =
                    @Header(name = "ETag", description = ApiText.ETAG, schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = VersionView.class)))
    public Response terminate(
            @Parameter(description = ApiText.AGREEMENT) @PathParam("id") UUID id,
            @Parameter(description = ApiText.VERSION) @PathParam("number") int number,
            @Parameter(description = ApiText.KEY, required = true) @HeaderParam(Idempotency.HEADER) String key,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "october",
                                                            value = VersionExamples.TERMINATION)))
                    @NotNull
                    @Valid
                    Termination body) {
        return step(
                "terminate",
                key,
                new Step(id, number, body),
                () -> views.of(activation.terminate(id, number, body.effectiveTo())));
    }

    private Response step(String name, String key, Step step, Supplier<Versioned<VersionView>> action) {
        return idempotency.run(
                "agreement-versions." + name, key, step, () -> action.get().changed());
    }
}
