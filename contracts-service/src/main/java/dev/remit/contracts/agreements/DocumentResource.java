package dev.remit.contracts.agreements;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.CLIENT_APPROVER;
import static dev.remit.kit.tenancy.Roles.FINANCE;
import static dev.remit.kit.tenancy.Roles.INTEGRATOR;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;
import static dev.remit.kit.tenancy.Roles.TECHNICIAN;

import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

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

    /**
     * Fetch the document of a version. The exact bytes: canonical JSON of schema remit-agreement/1, whose SHA-256 is the ETag.
     * Of a proposed version it is what the parties sign, of a signed one the same with both signatures. A draft has none.
     *
     * @param id the agreement's id.
     * @param number the version's number, from 1.
     * @return the document
     */
    @GET
    @Transactional
    @RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, INTEGRATOR, AUDITOR, CLIENT_APPROVER})
    @AccessRecorded
    @APIResponseSchema(Object.class)
    public RestResponse<byte[]> getAgreementDocument(UUID id, int number, @Context Request request) {
        AgreementVersion version = agreements.visible(id, number);
        if (version.isDraft()) {
            throw Problem.of(ProblemType.NOT_FOUND, "A draft has no document yet.");
        }
        String hash = version.isSigned() ? version.documentHash() : version.contentHash();
        EntityTag tag = new EntityTag(hash);
        return request.evaluatePreconditions(tag) == null
                ? ResponseBuilder.ok(documents.findById(hash).bytes()).tag(tag).build()
                : ResponseBuilder.<byte[]>notModified(tag).build();
    }
}
