package dev.remit.kit.tenantdata;

import static dev.remit.kit.tenancy.Roles.OPERATOR;

import dev.remit.kit.access.AccessRecorded;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Hands an operator what is kept of a suspended tenant. A service extends it with {@code @Path("/api/…/v1/tenants")}. */
@RolesAllowed(OPERATOR)
@AccessRecorded
@Tag(name = "Tenant data")
public abstract class SuspendedExportResource {
    private final SuspendedExports exports;

    protected SuspendedExportResource(SuspendedExports exports) {
        this.exports = exports;
    }

    /**
     * Everything that this service keeps of a tenant that is suspended, for who asks for it in the owner's place. The lines
     * are those that an owner is given. It is on the tenant's access record.
     *
     * @param id the tenant's id.
     * @return 200: the lines; 409: the tenant is not suspended
     */
    @GET
    @Path("/{id}/export")
    @Produces(ExportResource.NDJSON)
    public StreamingOutput exportSuspendedTenant(@PathParam("id") UUID id) {
        return exports.of(id);
    }
}
