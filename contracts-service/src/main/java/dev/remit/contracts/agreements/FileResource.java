package dev.remit.contracts.agreements;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.CLIENT_APPROVER;
import static dev.remit.kit.tenancy.Roles.FINANCE;
import static dev.remit.kit.tenancy.Roles.INTEGRATOR;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;
import static dev.remit.kit.tenancy.Roles.TECHNICIAN;

import dev.remit.contracts.agreements.files.AgreementFiles.Stored;
import dev.remit.contracts.agreements.files.FileRef;
import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.http.Answers;
import dev.remit.kit.sql.ConsistentRead;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The scanned papers of an agreement. */
@Path(AgreementResource.PATH + "/{id}/files/{sha256}")
@Tag(name = "Agreements")
class FileResource {
    private static final String FILE_NAME = "^[^\\x00-\\x1f\\x7f\"/\\\\]+$";

    private final AttachedFiles files;

    FileResource(AttachedFiles files) {
        this.files = files;
    }

    /**
     * Send a scanned paper. At most 8 MiB, a PDF, PNG or JPEG file, kept under the SHA-256 of its bytes and never changed. A
     * signature on paper and an adoption name it. The bytes themselves say what it is, whatever Content-Type says. Sending it
     * again changes nothing.
     *
     * @param id the agreement's id.
     * @param sha256 of the body, 64 lower-case hex digits.
     * @param name what the file is called.
     * @param file the bytes
     * @return the file as it is kept
     */
    @PUT
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed(OWNER)
    public RestResponse<FileRef> uploadAgreementFile(
            UUID id,
            String sha256,
            @QueryParam("name") @DefaultValue("scan") @Size(max = 200) @Pattern(regexp = FILE_NAME) String name,
            @NotNull InputStream file) {
        return Answers.ok(files.keep(id, sha256, name, file));
    }

    /**
     * Fetch a scanned paper, byte for byte as it was sent, to be saved and not to be shown. A client's approver sees one that a signature under what is proposed
     * or signed, or an adoption, names.
     *
     * @param id the agreement's id.
     * @param sha256 of the file.
     * @return the file
     */
    @GET
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @ConsistentRead
    @RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, INTEGRATOR, AUDITOR, CLIENT_APPROVER})
    @AccessRecorded
    public RestResponse<StreamingOutput> downloadAgreementFile(UUID id, String sha256) {
        Stored stored = files.visible(id, sha256);
        FileRef file = stored.ref();
        StreamingOutput bytes = out -> {
            try (InputStream parts = files.open(stored)) {
                parts.transferTo(out);
            }
        };
        return ResponseBuilder.ok(bytes, MediaType.APPLICATION_OCTET_STREAM)
                .tag(file.sha256())
                .header(HttpHeaders.CONTENT_LENGTH, file.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment(file.name()))
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
