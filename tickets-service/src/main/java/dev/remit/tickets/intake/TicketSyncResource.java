package dev.remit.tickets.intake;

import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.PSA_SYNC;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;

import dev.remit.psa.DeletedFact;
import dev.remit.tickets.ApiPaths;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Where a source puts its tickets, in our own form. */
@Path(ApiPaths.TICKETS)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets", description = "Tickets as their sources have them, and what we make of them.")
class TicketSyncResource {
    private final StrictBodyReader bodies;
    private final SourceIntake intake;
    private final TicketFactsIntake door;
    private final RowsIntake rows;
    private final SourceDeletions deletions;

    TicketSyncResource(
            StrictBodyReader bodies,
            SourceIntake intake,
            TicketFactsIntake door,
            RowsIntake rows,
            SourceDeletions deletions) {
        this.bodies = bodies;
        this.intake = intake;
        this.door = door;
        this.rows = rows;
        this.deletions = deletions;
    }

    /**
     * Send a ticket as its source has it now. Ordered by the source's own time: sending one again, late or out of order does no
     * harm. It is stored at once and ruled soon after, whatever else is up. A platform's connection takes its callbacks and its
     * sync client alone. What a person sends is marked as that person's, and what it says of the MSP's own doing counts from
     * when it is sent: sourceUpdatedAt, and milestones and messages of the MSP that are new, lie no more than five minutes back.
     *
     * @return 201: a ticket that was not known before; 200: a ticket that was known; 202: kept for a person to look at: a time
     *     of the source lies ahead of ours
     */
    @PUT
    @Path("/by-ref/{connection}/{externalId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({PSA_SYNC, OWNER, SERVICE_DESK})
    @RequestBody(content = @Content(schema = @Schema(implementation = TicketSnapshotRequest.class)))
    public RestResponse<ReceiptView> syncTicket(@Valid @BeanParam SourceReference reference, byte[] body)
            throws IOException {
        return ReceiptView.answer(take(reference, body), ApiPaths.TICKETS);
    }

    /**
     * Send many tickets as their source has them now. One JSON object a line, each with the source's key (externalId) and the
     * ticket as it is sent by itself (ticket); at most 500 lines. Each is taken in for itself, in their order, as if it had been
     * sent by itself: one that is refused keeps no other from being stored, and all of them sent again do no harm.
     *
     * @param connection the connection's name
     * @return a JSON object for each line that is not blank: its number (row) and externalId, and either its receipt or a problem
     *     with the fields that are wrong
     */
    @POST
    @Path("/by-ref/{connection}")
    @Consumes(RowsIntake.NDJSON)
    @Produces(RowsIntake.NDJSON)
    @RolesAllowed({PSA_SYNC, OWNER, SERVICE_DESK})
    @RequestBody(content = @Content(schema = @Schema(type = SchemaType.STRING)))
    public byte[] syncTickets(@PathParam("connection") @Size(max = 40) String connection, byte[] body)
            throws IOException {
        return rows.take(connection, "ticket", body, this::take);
    }

    private Receipt take(SourceReference reference, byte[] body) throws IOException {
        TicketSnapshotRequest request = bodies.read(body, TicketSnapshotRequest.class);
        request.check();
        Set<String> kept = TicketSnapshotRequest.kept(bodies.names(body));
        return intake.take(
                reference,
                Payload.Via.TICKET,
                body,
                (connection, payload, author) ->
                        door.take(connection, reference.externalId(), request, kept, payload, author));
    }

    /**
     * Say that a ticket is gone at its source. It is cancelled here, and what it was stays. A snapshot from before that does not
     * bring it back, whichever comes first; one that the source changed later does. Saying it again changes nothing.
     *
     * @return what became of it: DELETED, or UNCHANGED where it was gone already; without an id where the ticket has not come yet
     */
    @DELETE
    @Path("/by-ref/{connection}/{externalId}")
    @RolesAllowed({PSA_SYNC, OWNER, SERVICE_DESK})
    public ReceiptView deleteTicket(@Valid @BeanParam SourceReference reference) {
        return ReceiptView.of(deletions.delete(reference, DeletedFact.Kind.TICKET, (connection, author) -> {}));
    }
}
