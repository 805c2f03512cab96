package dev.remit.tickets.timeline;

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
import dev.remit.kit.longreads.LongRead;
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

/** Everything that happened on a ticket. */
@Path(ApiText.TICKETS + "/{id}/timeline")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
class TimelineResource {
    private final VisibleTickets visible;
    private final Timelines timelines;

    TimelineResource(VisibleTickets visible, Timelines timelines) {
        this.visible = visible;
        this.timelines = timelines;
    }

    @GET
    @Transactional
    @RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, CLIENT_APPROVER, PSA_SYNC, INTEGRATOR, AUDITOR})
    @LongRead
    @AccessRecorded
    @Operation(
            operationId = "getTimeline",
            summary = "Read everything that happened on a ticket",
            description = "In the order in which it happened, whenever we learnt of it.")
    public Page<TimelineItem> read(
            @Parameter(description = ApiText.TICKET) @PathParam("id") UUID id, @Valid @BeanParam Paging paging) {
        return timelines.page(visible.require(id), paging);
    }
}
