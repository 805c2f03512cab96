package dev.remit.tickets.reviews;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.INTEGRATOR;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.PSA_SYNC;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;
import static dev.remit.kit.tenancy.Roles.TECHNICIAN;

import dev.remit.kit.access.AccessUnrecorded;
import dev.remit.kit.http.Page;
import dev.remit.kit.sql.ConsistentRead;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the sources' names are of which nobody has said what they mean. */
@Path("/api/tickets/v1/unmapped-names")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Connections")
class UnmappedNamesResource {
    private final UnmappedNames names;

    UnmappedNamesResource(UnmappedNames names) {
        this.names = names;
    }

    /**
     * List names of sources that mean nothing to us: statuses, priorities, sites, roles and work types, with the number of open
     * reviews because of each. At most 500, those with most reviews first. Mapping one in its connection closes its reviews. A
     * machine client of one connection is shown the names of that.
     */
    @GET
    @ConsistentRead
    @RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, PSA_SYNC, INTEGRATOR, AUDITOR})
    @AccessUnrecorded("names of the PSA and how many reviews they cause")
    public Page<UnmappedName> listUnmappedNames() {
        return new Page<>(names.list(), null);
    }
}
