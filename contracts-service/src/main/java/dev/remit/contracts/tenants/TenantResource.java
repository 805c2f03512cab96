package dev.remit.contracts.tenants;

import static dev.remit.kit.tenancy.Roles.OPERATOR;

import dev.remit.kit.access.AccessUnrecorded;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.idempotency.Idempotency;
import dev.remit.kit.sql.ConsistentRead;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The MSPs over HTTP, for whoever runs the suite. */
@Path(TenantResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(OPERATOR)
@AccessUnrecorded("which MSPs there are, and nothing in them")
@Tag(name = "Tenants", description = "The MSPs that use Remit, for whoever runs it.")
class TenantResource {
    static final String PATH = "/api/contracts/v1/tenants";

    private final Tenants tenants;
    private final TenantMaking making;
    private final Suspensions suspensions;

    TenantResource(Tenants tenants, TenantMaking making, Suspensions suspensions) {
        this.tenants = tenants;
        this.making = making;
        this.suspensions = suspensions;
    }

    /**
     * Make a tenant. An MSP with its first owner, who can log in at once and makes everything else. Where something is in the
     * way half-way, the same request under the same key goes on; by itself it goes on within three minutes.
     *
     * @param key Your own key of this request: sent again, it makes nothing more and answers the same.
     * @return 201: the tenant, and how its owner gets in
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<MadeTenant> createTenant(
            @HeaderParam(Idempotency.HEADER) @Parameter(required = true) String key, @NotNull @Valid NewTenant body) {
        return making.make(key, body);
    }

    /** List the tenants. In the order in which they were made. */
    @GET
    @ConsistentRead
    public Page<TenantView> listTenants(@Valid @BeanParam Paging paging) {
        return tenants.list(paging);
    }

    /**
     * Read a tenant.
     *
     * @param id the tenant's id.
     * @return the tenant
     */
    @GET
    @Path("/{id}")
    @ConsistentRead
    public RestResponse<TenantView> getTenant(UUID id) {
        return tenants.view(id).response();
    }

    /**
     * Suspend a tenant. Within five seconds every request of its people and machines and every callback of its platforms is
     * refused (403 tenant-suspended), and its work rests: clocks, expiries and events of other services take effect when it is
     * reactivated. Nothing is lost. One that is suspended stays so.
     *
     * @param id the tenant's id.
     * @return the tenant
     */
    @POST
    @Path("/{id}/suspend")
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<TenantView> suspendTenant(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid StateChange body) {
        return suspensions.suspend(id, ifMatch, body).response();
    }

    /**
     * Reactivate a tenant. Within five seconds it is served again, and its work goes on where it rested. One that is active
     * stays so.
     *
     * @param id the tenant's id.
     * @return the tenant
     */
    @POST
    @Path("/{id}/reactivate")
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<TenantView> reactivateTenant(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid StateChange body) {
        return suspensions.reactivate(id, ifMatch, body).response();
    }
}
