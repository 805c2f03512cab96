package dev.remit.contracts.agreements;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.CLIENT_APPROVER;
import static dev.remit.kit.tenancy.Roles.FINANCE;
import static dev.remit.kit.tenancy.Roles.INTEGRATOR;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;
import static dev.remit.kit.tenancy.Roles.TECHNICIAN;

import dev.remit.contracts.agreements.reading.ReadingCopy;
import dev.remit.engines.evidence.Sha256;
import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.paper.Pages;
import dev.remit.kit.paper.PaperCopies;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import dev.remit.kit.sql.ConsistentRead;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The document of a version and the page that people read of it, byte for byte as they were hashed. */
@Path(VersionResource.PATH + "/{number}")
@Tag(name = "Agreement versions")
class DocumentResource {

    private final Agreements agreements;
    private final DocumentRepository documents;
    private final ReadingCopies copies;
    private final PaperCopies printed;

    DocumentResource(Agreements agreements, DocumentRepository documents, ReadingCopies copies, PaperCopies printed) {
        this.agreements = agreements;
        this.documents = documents;
        this.copies = copies;
        this.printed = printed;
    }

    /**
     * Fetch the document of a version. The exact bytes: canonical JSON of schema remit-agreement/1, whose SHA-256 is the ETag.
     * Of a proposed version it is what the parties sign, of a signed one the same with both signatures. A draft has none. Whoever
     * accepts text/html and not JSON gets the reading copy.
     *
     * @param id the agreement's id.
     * @param number the version's number, from 1.
     * @return the document
     */
    @GET
    @Path("/document")
    @Produces(MediaType.APPLICATION_JSON)
    @ConsistentRead
    @RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, INTEGRATOR, AUDITOR, CLIENT_APPROVER})
    @AccessRecorded
    @APIResponseSchema(Object.class)
    public RestResponse<byte[]> getAgreementDocument(UUID id, int number) {
        AgreementVersion version = agreements.visible(id, number);
        if (version.isDraft()) {
            throw Problem.of(ProblemType.NOT_FOUND, "A draft has no document yet.");
        }
        String hash = version.isSigned() ? version.documentHash() : version.contentHash();
        return ResponseBuilder.ok(documents.findById(hash).bytes())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .tag(hash)
                .build();
    }

    /**
     * Fetch a version as a page to read and to print. It is made from the terms when the version is proposed; the document names
     * it by its SHA-256, which is the ETag, so that it is signed too. Of a draft it is made anew, from the terms, the client and
     * the catalogue of today. Whoever accepts application/pdf and not HTML gets those very bytes on A4 paper with their SHA-256 at
     * the foot of each sheet; 406 if they are more than 512 KiB or have letters that the PDF's fonts lack.
     *
     * @param id the agreement's id.
     * @param number the version's number, from 1.
     * @return the page, in HTML
     */
    @GET
    @Path("/reading-copy")
    @Produces(MediaType.TEXT_HTML)
    @RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, INTEGRATOR, AUDITOR, CLIENT_APPROVER})
    @AccessRecorded
    @APIResponseSchema(String.class)
    public RestResponse<byte[]> getAgreementReadingCopy(UUID id, int number) {
        return Pages.html(copies.visible(id, number).html());
    }

    /** As a printer asks for the page. The same page gives the same PDF, but perhaps not with the next release. */
    @GET
    @Path("/reading-copy")
    @Produces(Pages.PDF + ";qs=0.5")
    @RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, INTEGRATOR, AUDITOR, CLIENT_APPROVER})
    @AccessRecorded
    @Operation(hidden = true)
    public RestResponse<byte[]> getAgreementReadingCopyAsPdf(UUID id, int number, @Context Request request) {
        ReadingCopies.Copy copy = copies.visible(id, number);
        EntityTag tag = new EntityTag(Sha256.hex(copy.html()) + ".pdf", true);
        // Asked here already, as it would be printed for nothing otherwise.
        return request.evaluatePreconditions(tag) == null
                ? ResponseBuilder.ok(printed.print(copy.html(), ReadingCopy.paperStyle()))
                        .type(Pages.PDF)
                        .tag(tag)
                        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment(copy.name() + ".pdf"))
                        .header("X-Content-Type-Options", "nosniff")
                        .build()
                : ResponseBuilder.<byte[]>notModified(tag).build();
    }

    /** As a browser asks for the document. */
    @GET
    @Path("/document")
    @Produces(MediaType.TEXT_HTML + ";qs=0.5")
    @RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, INTEGRATOR, AUDITOR, CLIENT_APPROVER})
    @AccessRecorded
    @Operation(hidden = true)
    public RestResponse<byte[]> getAgreementDocumentAsPage(UUID id, int number) {
        return Pages.html(copies.visible(id, number).html());
    }
}
