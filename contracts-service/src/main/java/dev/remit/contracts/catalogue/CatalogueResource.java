package dev.remit.contracts.catalogue;

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

/** The service catalogue over HTTP. */
@Path(CatalogueResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue", description = "What the MSP can be asked for, and by what it is recognised.")
class CatalogueResource {
    static final String PATH = "/api/contracts/v1/catalogue/items";

    private static final String CODE = "The item's code.";
    private static final String OFFICE_MOVE = """
            {
              "code": "office-move",
              "name": "Office move",
              "category": "projects",
              "matchers": {
                "types": ["Project"],
                "subtypes": ["Office move"],
                "keywords": ["office move", "relocation", "new suite"]
              }
            }
            """;
    private static final String RETIRED = """
            {
              "name": "Office move",
              "category": "projects",
              "matchers": {"keywords": ["office move"]},
              "retired": true
            }
            """;

    private final Catalogue catalogue;
    private final Idempotency idempotency;

    CatalogueResource(Catalogue catalogue, Idempotency idempotency) {
        this.catalogue = catalogue;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({OWNER, SERVICE_DESK})
    @Operation(operationId = "createCatalogueItem", summary = "Add an item to the catalogue")
    @APIResponse(
            responseCode = "201",
            description = "The new item",
            headers = {
                @Header(
                        name = "Location",
                        description = ApiText.LOCATION,
                        schema = @Schema(implementation = String.class)),
                @Header(name = "ETag", description = ApiText.ETAG, schema = @Schema(implementation = String.class))
            },
            content = @Content(schema = @Schema(implementation = ItemView.class)))
    public Response create(
            @Parameter(description = ApiText.KEY, required = true) @HeaderParam(Idempotency.HEADER) String key,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "office-move", value = OFFICE_MOVE)))
                    @NotNull
                    @Valid
                    NewItem body) {
        return idempotency.run(
                "catalogue.create", key, body, () -> catalogue.create(body).created(PATH + "/" + body.code()));
    }

    @GET
    @Transactional
    @RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, INTEGRATOR, AUDITOR, CLIENT_APPROVER})
    @AccessUnrecorded("what can be asked for, the same for every client")
    @Operation(operationId = "listCatalogueItems", summary = "List the catalogue", description = "By code.")
    public Page<ItemView> list(@Valid @BeanParam Paging paging) {
        return catalogue.list(paging);
    }

    @GET
    @Path("/{code}")
    @Transactional
    @RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, INTEGRATOR, AUDITOR, CLIENT_APPROVER})
    @AccessUnrecorded("what can be asked for, the same for every client")
    @Operation(operationId = "getCatalogueItem", summary = "Read an item of the catalogue")
    @APIResponse(
            responseCode = "200",
            description = "The item",
            headers =
                    @Header(name = "ETag", description = ApiText.ETAG, schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = ItemView.class)))
    public Response get(@Parameter(description = CODE) @PathParam("code") String code) {
        return catalogue.view(code).response();
    }

    @PUT
    @Path("/{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed({OWNER, SERVICE_DESK})
    @Operation(
            operationId = "changeCatalogueItem",
            summary = "Change or retire an item of the catalogue",
            description =
                    "Replaces everything but the code. Versions that are proposed or signed keep the item as it was.")
    @APIResponse(
            responseCode = "200",
            description = "The item as it is now",
            headers =
                    @Header(name = "ETag", description = ApiText.ETAG, schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = ItemView.class)))
    public Response change(
            @Parameter(description = CODE) @PathParam("code") String code,
            @Parameter(description = ApiText.IF_MATCH, required = true) @HeaderParam(HttpHeaders.IF_MATCH)
                    String ifMatch,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "retired", value = RETIRED)))
                    @NotNull
                    @Valid
                    ItemDetails body) {
        return catalogue.change(code, ifMatch, body).response();
    }
}
