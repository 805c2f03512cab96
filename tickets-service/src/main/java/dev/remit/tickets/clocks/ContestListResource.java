package dev.remit.tickets.clocks;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.CLIENT_APPROVER;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;

import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.sql.ConsistentRead;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What clients contest, of all tickets. */
@Path("/api/tickets/v1/contests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clocks")
class ContestListResource {
    private final SharedContests contests;

    ContestListResource(SharedContests contests) {
        this.contests = contests;
    }

    /** List what clients contest. The oldest first; for a client's approver that of their client. */
    @GET
    @ConsistentRead
    @RolesAllowed({OWNER, SERVICE_DESK, CLIENT_APPROVER, AUDITOR})
    @AccessRecorded
    public Page<ContestView> listContests(@Valid @BeanParam ContestFilter filter, @Valid @BeanParam Paging paging) {
        return contests.page(filter, paging);
    }
}
