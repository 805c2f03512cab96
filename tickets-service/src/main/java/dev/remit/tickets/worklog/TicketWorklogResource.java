package dev.remit.tickets.worklog;

import static dev.remit.tickets.Roles.AUDITOR;
import static dev.remit.tickets.Roles.CLIENT_APPROVER;
import static dev.remit.tickets.Roles.FINANCE;
import static dev.remit.tickets.Roles.INTEGRATOR;
import static dev.remit.tickets.Roles.OWNER;
import static dev.remit.tickets.Roles.PSA_SYNC;
import static dev.remit.tickets.Roles.SERVICE_DESK;
import static dev.remit.tickets.Roles.TECHNICIAN;

import dev.remit.tickets.ApiText;
import dev.remit.tickets.intake.VisibleTickets;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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

    /** A ticket's time entries. */
    @Schema(name = "TimeEntryList")
    record TimeEntryList(List<TimeEntryView> items) {}

    @GET
    @Transactional
    @RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, CLIENT_APPROVER, PSA_SYNC, INTEGRATOR, AUDITOR})
    @Operation(operationId = "listTimeEntries", summary = "Read the time worked on a ticket", description = "By start.")
    public TimeEntryList ofTicket(@Parameter(description = ApiText.TICKET) @PathParam("id") UUID id) {
        visible.require(id);
        return new TimeEntryList(
                entries.ofTicket(id).stream().map(TimeEntryView::of).toList());
    }
}
