package dev.remit.tickets.worklog;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.CLIENT_APPROVER;
import static dev.remit.kit.tenancy.Roles.FINANCE;
import static dev.remit.kit.tenancy.Roles.INTEGRATOR;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.PSA_SYNC;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;
import static dev.remit.kit.tenancy.Roles.TECHNICIAN;

import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.sql.ConsistentRead;
import dev.remit.tickets.ApiPaths;
import dev.remit.tickets.intake.VisibleTickets;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The time worked on one ticket. */
@Path(ApiPaths.TICKETS + "/{id}/time-entries")
@Produces(MediaType.APPLICATION_JSON)
@ConsistentRead
@RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, CLIENT_APPROVER, PSA_SYNC, INTEGRATOR, AUDITOR})
@AccessRecorded
@Tag(name = "Worklog")
class TicketWorklogResource {
    private final TimeEntries entries;
    private final VisibleTickets visible;

    TicketWorklogResource(TimeEntries entries, VisibleTickets visible) {
        this.entries = entries;
        this.visible = visible;
    }

    /**
     * Read the time worked on a ticket. By start.
     *
     * @param id the ticket's id
     */
    @GET
    public Page<TimeEntryView> listTicketTimeEntries(UUID id, @Valid @BeanParam Paging paging) {
        visible.require(id);
        return Page.of(
                entries.page(id, paging.after(3), paging.limit()),
                paging.limit(),
                TimeEntryView::of,
                TimeEntries::after);
    }
}
