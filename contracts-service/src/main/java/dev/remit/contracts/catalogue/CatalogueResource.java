package dev.remit.contracts.catalogue;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.CLIENT_APPROVER;
import static dev.remit.kit.tenancy.Roles.FINANCE;
import static dev.remit.kit.tenancy.Roles.INTEGRATOR;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;
import static dev.remit.kit.tenancy.Roles.TECHNICIAN;

import dev.remit.kit.access.AccessUnrecorded;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.idempotency.Idempotent;
import dev.remit.kit.sql.ConsistentRead;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The service catalogue over HTTP. */
@Path(CatalogueResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, INTEGRATOR, AUDITOR, CLIENT_APPROVER})
@AccessUnrecorded("what can be asked for, the same for every client")
@Tag(name = "Catalogue", description = "What the MSP can be asked for, and by what it is recognised.")
class CatalogueResource {
    static final String PATH = "/api/contracts/v1/catalogue/items";

    private final Catalogue catalogue;

    CatalogueResource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Add an item to the catalogue.
     *
     * @return 201: the new item
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({OWNER, SERVICE_DESK})
    @Idempotent("catalogue.create")
    public RestResponse<ItemView> createCatalogueItem(@NotNull @Valid ItemCreation body) {
        return catalogue.create(body).created(PATH + "/" + body.code());
    }

    /** List the catalogue. By code. */
    @GET
    @ConsistentRead
    public Page<ItemView> listCatalogueItems(@Valid @BeanParam Paging paging) {
        return catalogue.list(paging);
    }

    /**
     * Read an item of the catalogue.
     *
     * @param code the item's code.
     * @return the item
     */
    @GET
    @Path("/{code}")
    @ConsistentRead
    public RestResponse<ItemView> getCatalogueItem(String code) {
        return catalogue.view(code).response();
    }

    /**
     * Change or retire an item of the catalogue. Replaces everything but the code. Versions that are proposed or signed keep
     * the item as it was.
     *
     * @param code the item's code.
     * @return the item as it is now
     */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{code}")
    @Transactional
    @RolesAllowed({OWNER, SERVICE_DESK})
    public RestResponse<ItemView> changeCatalogueItem(
            String code, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid ItemDetails body) {
        return catalogue.change(code, ifMatch, body).response();
    }
}
