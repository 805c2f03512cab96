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
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.idempotency.Answer;
import dev.remit.kit.idempotency.Idempotency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
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

/** Agreements over HTTP. */
@Path(AgreementResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agreements", description = "Contracts with clients: chains of versions that both parties sign.")
class AgreementResource {
    static final String PATH = "/api/contracts/v1/agreements";

    private static final String NEW = """
            {"clientCode": "whitfield-crane", "title": "Managed IT services"}
            """;

    private final Agreements agreements;
    private final Idempotency idempotency;

    AgreementResource(Agreements agreements, Idempotency idempotency) {
        this.agreements = agreements;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(OWNER)
    @Operation(operationId = "createAgreement", summary = "Begin an agreement with a client")
    @APIResponse(
            responseCode = "201",
            description = "The agreement, as yet without a version",
            headers =
                    @Header(
                            name = "Location",
                            description = ApiText.LOCATION,
                            schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = AgreementView.class)))
    public Response create(
            @Parameter(description = ApiText.KEY, required = true) @HeaderParam(Idempotency.HEADER) String key,
            @RequestBody(required = true, content = @Content(examples = @ExampleObject(name = "managed", value = NEW)))
                    @NotNull
                    @Valid
                    NewAgreement body) {
        return idempotency.run("agreements.create", key, body, () -> {
            AgreementView agreement = agreements.create(body);
            return Answer.created(PATH + "/" + agreement.id(), agreement);
        });
    }

    @GET
    @Transactional
    @RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, INTEGRATOR, AUDITOR, CLIENT_APPROVER})
    @AccessRecorded
    @Operation(
            operationId = "listAgreements",
            summary = "List agreements",
            description = "Newest first. A client's approver sees those of their own client, without drafts.")
    public Page<AgreementView> list(
            @Parameter(description = "Only those with this client.") @QueryParam("clientCode")
                    Optional<String> clientCode,
            @Valid @BeanParam Paging paging) {
        return agreements.list(clientCode, paging);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, INTEGRATOR, AUDITOR, CLIENT_APPROVER})
    @AccessRecorded
    @Operation(operationId = "getAgreement", summary = "Read an agreement")
    public AgreementView get(@Parameter(description = "The agreement's id.") @PathParam("id") UUID id) {
        return agreements.view(id);
    }
}
