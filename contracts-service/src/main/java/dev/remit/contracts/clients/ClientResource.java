package dev.remit.contracts.clients;

import static dev.remit.contracts.Roles.AUDITOR;
import static dev.remit.contracts.Roles.CLIENT_APPROVER;
import static dev.remit.contracts.Roles.FINANCE;
import static dev.remit.contracts.Roles.INTEGRATOR;
import static dev.remit.contracts.Roles.OWNER;
import static dev.remit.contracts.Roles.SERVICE_DESK;
import static dev.remit.contracts.Roles.TECHNICIAN;

import dev.remit.contracts.ApiText;
import dev.remit.kit.access.AccessUnrecorded;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The MSP's clients over HTTP. */
@Path(ClientResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clients", description = "The MSP's clients with their sites and approvers.")
class ClientResource {
    static final String PATH = "/api/contracts/v1/clients";

    private static final String CODE = "The client's code.";

    private final Clients clients;
    private final Idempotency idempotency;

    ClientResource(Clients clients, Idempotency idempotency) {
        this.clients = clients;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({OWNER, SERVICE_DESK})
    @Operation(operationId = "createClient", summary = "Add a client")
    @APIResponse(
            responseCode = "201",
            description = "The new client",
            headers = {
                @Header(
                        name = "Location",
                        description = ApiText.LOCATION,
                        schema = @Schema(implementation = String.class)),
                @Header(name = "ETag", description = ApiText.ETAG, schema = @Schema(implementation = String.class))
            },
            content = @Content(schema = @Schema(implementation = ClientView.class)))
    public Response create(
            @Parameter(description = ApiText.KEY, required = true) @HeaderParam(Idempotency.HEADER) String key,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(examples = @ExampleObject(name = "law-firm", value = ClientExamples.NEW)))
                    @NotNull
                    @Valid
                    NewClient body) {
        return idempotency.run(
                "clients.create", key, body, () -> clients.create(body).created(PATH + "/" + body.code()));
    }

    @GET
    @Transactional
    @RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, INTEGRATOR, AUDITOR, CLIENT_APPROVER})
    @AccessUnrecorded("who is served, by whom and where: neither money nor what was agreed")
    @Operation(
            operationId = "listClients",
            summary = "List the clients",
            description = "By code. A client's approver sees their own client alone.")
    public Page<ClientView> list(@Valid @BeanParam Paging paging) {
        return clients.list(paging);
    }

    @GET
    @Path("/{code}")
    @Transactional
    @RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, INTEGRATOR, AUDITOR, CLIENT_APPROVER})
    @AccessUnrecorded("who is served, by whom and where: neither money nor what was agreed")
    @Operation(operationId = "getClient", summary = "Read a client")
    @APIResponse(
            responseCode = "200",
            description = "The client",
            headers =
                    @Header(name = "ETag", description = ApiText.ETAG, schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = ClientView.class)))
    public Response get(@Parameter(description = CODE) @PathParam("code") String code) {
        return clients.view(code).response();
    }

    @PUT
    @Path("/{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed({OWNER, SERVICE_DESK})
    @Operation(
            operationId = "changeClient",
            summary = "Change a client",
            description =
                    "Replaces everything but the code. Sites keep their identity by code, approvers by user name. Who"
                            + " approves, and with which account, only the owner changes; the service desk can deactivate"
                            + " an approver. The client is told of each change to its approvers.")
    @APIResponse(
            responseCode = "200",
            description = "The client as it is now",
            headers =
                    @Header(name = "ETag", description = ApiText.ETAG, schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = ClientView.class)))
    public Response change(
            @Parameter(description = CODE) @PathParam("code") String code,
            @Parameter(description = ApiText.IF_MATCH, required = true) @HeaderParam(HttpHeaders.IF_MATCH)
                    String ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            examples = @ExampleObject(name = "deputy", value = ClientExamples.CHANGED)))
                    @NotNull
                    @Valid
                    ClientDetails body) {
        return clients.change(code, ifMatch, body).response();
    }
}
