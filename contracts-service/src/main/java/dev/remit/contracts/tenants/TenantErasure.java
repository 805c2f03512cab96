package dev.remit.contracts.tenants;

import static dev.remit.kit.tenancy.Roles.OPERATOR;

import dev.remit.kit.tenantdata.ErasureReports;
import dev.remit.kit.tenantdata.ErasureResource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Erases a tenant in all services. */
@Path(TenantResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
class TenantErasure extends ErasureResource {
    private final Suspensions suspensions;

    TenantErasure(ErasureReports reports, Suspensions suspensions) {
        super(reports);
        this.suspensions = suspensions;
    }

    /**
     * Erase a tenant for good. It must be suspended. Each service erases what it keeps, in the background, and goes on where
     * it was broken off; hashes and seals of evidence and of the audit trail stay, so that the chains can be verified. The
     * tenant's name stays, the names of its first owner do not. One that is erased stays so.
     *
     * @param id the tenant's id.
     * @return the tenant
     */
    @POST
    @Path("/{id}/erasure")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(OPERATOR)
    @Tag(name = "Tenants")
    public RestResponse<TenantView> eraseTenant(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid StateChange body) {
        return suspensions.erase(id, ifMatch, body).response();
    }
}
