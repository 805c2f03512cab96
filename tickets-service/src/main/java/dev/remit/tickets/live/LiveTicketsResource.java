package dev.remit.tickets.live;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.CLIENT_APPROVER;
import static dev.remit.kit.tenancy.Roles.FINANCE;
import static dev.remit.kit.tenancy.Roles.INTEGRATOR;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.PSA_SYNC;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;
import static dev.remit.kit.tenancy.Roles.TECHNICIAN;

import dev.remit.kit.access.AccessUnrecorded;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What changes on the list of tickets while somebody looks at it. */
@Path("/api/tickets/v1/ticket-changes")
@Produces(MediaType.SERVER_SENT_EVENTS)
@Tag(name = "Tickets")
class LiveTicketsResource {
    private final LiveTickets live;

    LiveTicketsResource(LiveTickets live) {
        this.live = live;
    }

    /**
     * Be told which tickets change. Server-sent events for whoever names text/event-stream in Accept: a ticket's row may be
     * otherwise where an event named ticket says so, and the whole list where one named reload does. The stream ends with the
     * token, after half an hour at the most; opened again with the id of the last event it goes on from there.
     *
     * @param lastSeen the id of the last event that was seen
     * @return 200: events as they come; 406: text/event-stream is not named in Accept
     */
    @GET
    @Blocking
    @RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, CLIENT_APPROVER, PSA_SYNC, INTEGRATOR, AUDITOR})
    @AccessUnrecorded("ids of tickets")
    @APIResponseSchema(TicketMoved.class)
    public Multi<OutboundSseEvent> watchTickets(
            @HeaderParam("Last-Event-ID") @Min(0) Long lastSeen, @Context HttpHeaders headers, @Context Sse sse) {
        String accepted = headers.getHeaderString(HttpHeaders.ACCEPT);
        if (accepted == null || !accepted.contains(MediaType.SERVER_SENT_EVENTS)) {
            throw Problem.of(ProblemType.NOT_ACCEPTABLE, "Name text/event-stream in Accept: the answer is a stream.");
        }
        return live.watch(Optional.ofNullable(lastSeen), sse);
    }
}
