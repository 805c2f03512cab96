package dev.remit.kit.tenantdata;

import static dev.remit.kit.tenancy.Roles.OPERATOR;

import dev.remit.kit.access.AccessUnrecorded;
import dev.remit.kit.sql.ConsistentRead;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells an operator of an erasure. A service extends it with its path, {@code @Path("/api/…/v1/tenants")}. */
@RolesAllowed(OPERATOR)
@AccessUnrecorded("how many records of which kind an operator has had erased")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tenant data")
public abstract class ErasureResource {
    private final ErasureReports reports;

    protected ErasureResource(ErasureReports reports) {
        this.reports = reports;
    }

    /**
     * What this service has erased of a tenant. Counts grow while it is under way; at the end it says whether the chains of
     * hashes that are left hold.
     *
     * @param id the tenant's id.
     * @return the report
     */
    @GET
    @Path("/{id}/erasure")
    @ConsistentRead
    public ErasureReport getErasure(@PathParam("id") UUID id) {
        return reports.of(id);
    }
}
