package dev.remit.kit.tenantdata;

import static dev.remit.kit.tenancy.Roles.OWNER;

import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.tenancy.Tenancy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Hands an owner what a service keeps of them. A service extends it with its path, {@code @Path("/api/…/v1/export")}. */
@RolesAllowed(OWNER)
@AccessRecorded
@Tag(name = "Tenant data", description = "Everything that is kept of a tenant, to take along")
public abstract class ExportResource {
    static final String NDJSON = "application/x-ndjson";

    private final TenantExport export;
    private final Tenancy tenancy;

    protected ExportResource(TenantExport export, Tenancy tenancy) {
        this.export = export;
        this.tenancy = tenancy;
    }

    /**
     * Everything that this service keeps of the tenant. One JSON object a line, all as they were at one moment. The first line
     * says format, service, tenant and moment; each further line is a record with its kind, id and data, and comes after those
     * that it refers to; the last line has the number of records and the SHA-256 of all bytes before it. Without that line the
     * export was cut off.
     *
     * @return the lines
     */
    @GET
    @Produces(NDJSON)
    public StreamingOutput exportTenantData() {
        return export.of(tenancy.current());
    }
}
