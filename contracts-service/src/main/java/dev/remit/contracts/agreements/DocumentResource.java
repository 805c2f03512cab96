package dev.remit.contracts.agreements;

import static dev.remit.contracts.Roles.AUDITOR;
import static dev.remit.contracts.Roles.CLIENT_APPROVER;
import static dev.remit.contracts.Roles.FINANCE;
import static dev.remit.contracts.Roles.INTEGRATOR;
import static dev.remit.contracts.Roles.OWNER;
import static dev.remit.contracts.Roles.SERVICE_DESK;
import static dev.remit.contracts.Roles.TECHNICIAN;

import dev.remit.contracts.ApiText;
import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The document of a version, byte for byte as it was hashed. */
@Path(VersionResource.PATH + "/{number}/document")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agreement versions")
class DocumentResource {
    private final Agreements agreements;
    private final DocumentRepository documents;

    DocumentResource(Agreements agreements, DocumentRepository documents) {
        this.agreements = agreements;
        this.documents = documents;
    }

    @GET
    @Transactional
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, INTEGRATOR, AUDITOR, CLIENT_APPROVER})
    @AccessRecorded
    @Operation(
            operationId = "getAgreementDocument",
            summary = "Fetch the document of a version",
            description = "The exact bytes: canonical JSON of schema remit-agreement/1, whose SHA-256 is the ETag. Of a"
                    + " proposed version it is what the parties sign, of a signed one the same with both signatures. A"
                    + " draft has none.")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            headers =
                    @Header(
                            name = "ETag",
                            description = "The SHA-256 of the bytes.",
                            schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Object.class)))
    @APIResponse(responseCode = "304", description = "The bytes that If-None-Match names")
    public Response get(
            @Parameter(description = ApiText.AGREEMENT) @PathParam("id") UUID id,
            @Parameter(description = ApiText.VERSION) @PathParam("number") int number,
            @Context Request request) {
        AgreementVersion version = agreements.visible(id, number);
        if (version.isDraft()) {
            throw Problem.of(ProblemType.NOT_FOUND, "A draft has no document yet.");
        }
        String hash = version.isSigned() ? version.documentHash() : version.contentHash();
        EntityTag tag = new EntityTag(hash);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.tag(tag).build();
        }
        return Response.ok(documents.findById(hash).bytes()).tag(tag).build();
    }
}
