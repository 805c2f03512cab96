package dev.remit.tickets.timeline;

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
import dev.remit.kit.longreads.LongRead;
import dev.remit.kit.sql.ConsistentRead;
import dev.remit.tickets.ApiPaths;
import dev.remit.tickets.clocks.ReadingTime;
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

/** Everything that happened on a ticket. */
@Path(ApiPaths.TICKETS + "/{id}/timeline")
@Produces(MediaType.APPLICATION_JSON)
@ConsistentRead
@RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, CLIENT_APPROVER, PSA_SYNC, INTEGRATOR, AUDITOR})
@AccessRecorded
@Tag(name = "Tickets")
class TimelineResource {
    private final VisibleTickets visible;
    private final Timelines timelines;

    TimelineResource(VisibleTickets visible, Timelines timelines) {
        this.visible = visible;
        this.timelines = timelines;
    }

    /**
     * Read everything that happened on a ticket. In the order in which it happened, whenever we learnt of it. Beside what the
     * clocks hang on stands what it did to them, and what it did not although one may think so.
     *
     * @param id the ticket's id
     */
    @GET
    @LongRead
    public Page<TimelineItem> getTicketTimeline(UUID id, @Valid @BeanParam Paging paging, @BeanParam ReadingTime time) {
        return timelines.page(visible.require(id), paging, time);
    }
}
