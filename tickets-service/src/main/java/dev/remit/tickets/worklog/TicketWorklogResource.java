package dev.remit.tickets.worklog;

import static dev.remit.tickets.Roles.AUDITOR;
import static dev.remit.tickets.Roles.CLIENT_APPROVER;
import static dev.remit.tickets.Roles.FINANCE;
import static dev.remit.tickets.Roles.INTEGRATOR;
import static dev.remit.tickets.Roles.OWNER;
import static dev.remit.tickets.Roles.PSA_SYNC;
import static dev.remit.tickets.Roles.SERVICE_DESK;
import static dev.remit.tickets.Roles.TECHNICIAN;

import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.tickets.ApiText;
import dev.remit.tickets.intake.VisibleTickets;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The time worked on one ticket. */
@Path(ApiText.TICKETS + "/{id}/time-entries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Worklog")
class TicketWorklogResource {
    private final TimeEntries entries;
    private final VisibleTickets visible;

    TicketWorklogResource(TimeEntries entries, VisibleTickets visible) {
        this.entries = entries;
        this.visible = visible;
    }

    @GET
    @Transactional
    @RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, CLIENT_APPROVER, PSA_SYNC, INTEGRATOR, AUDITOR})
    @AccessRecorded
    @Operation(operationId = "listTimeEntries", summary = "Read the time worked on a ticket", description = "By start.")
    public Page<TimeEntryView> ofTicket(
            @Parameter(description = ApiText.TICKET) @PathParam("id") UUID id, @Valid @BeanParam Paging paging) {
        visible.require(id);
        return Page.of(
                entries.page(id, paging.after(3), paging.limit()),
                paging.limit(),
                TimeEntryView::of,
                TimeEntries::after);
    }
}
