package dev.remit.billing.extras;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.CLIENT_APPROVER;
import static dev.remit.kit.tenancy.Roles.FINANCE;
import static dev.remit.kit.tenancy.Roles.INTEGRATOR;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;

import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.longreads.LongRead;
import dev.remit.kit.sql.ConsistentRead;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What clients got for what they pay anyway. */
@Path("/api/billing/v1/included")
@Produces(MediaType.APPLICATION_JSON)
@ConsistentRead
@RolesAllowed({OWNER, FINANCE, SERVICE_DESK, AUDITOR, INTEGRATOR, CLIENT_APPROVER})
@AccessRecorded
@Tag(name = "Included work", description = "What a client got for what they pay anyway")
class IncludedResource {
    private final IncludedWorks included;

    IncludedResource(IncludedWorks included) {
        this.included = included;
    }

    /**
     * Included work of a month, client by client, by clause. Minutes and what they would have cost by the rate card; none of it
     * is billed. The lines themselves are extras of status INCLUDED. A client's approver reads their own client's.
     */
    @GET
    @LongRead
    public Page<IncludedWork> listIncludedWork(
            @Valid @BeanParam IncludedFilter filter, @Valid @BeanParam Paging paging) {
        return included.page(filter, paging);
    }
}
