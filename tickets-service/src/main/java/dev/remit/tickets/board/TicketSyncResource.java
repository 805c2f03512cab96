package dev.remit.tickets.board;

import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.PSA_SYNC;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;

import dev.remit.psa.DeletedFact;
import dev.remit.tickets.ApiPaths;
import dev.remit.tickets.intake.Receipt;
import dev.remit.tickets.intake.RowsIntake;
import dev.remit.tickets.intake.SourceIntake;
import dev.remit.tickets.intake.SourceReference;
import dev.remit.tickets.intake.TicketFactsIntake;
import dev.remit.tickets.intake.TicketSnapshotRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
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
    private final TicketFactsIntake door;
    private final RowsIntake rows;
    private final SourceIntake source;
    private final TicketReceipts receipts;

    TicketSyncResource(TicketFactsIntake door, RowsIntake rows, SourceIntake source, TicketReceipts receipts) {
        this.door = door;
        this.rows = rows;
        this.source = source;
        this.receipts = receipts;
    }

    /**
     * Send a ticket as its source has it now. Ordered by the source's own time: sending one again, late or out of order does no
     * harm. It is stored at once and ruled soon after, whatever else is up. A platform's connection takes its callbacks and its
     * sync client alone. What a person sends is marked as that person's, and what it says of the MSP's own doing counts from
     * when it is sent: sourceUpdatedAt, and milestones and messages of the MSP that are new, lie no more than five minutes back.
     *
     * @param view whether the receipt has the ticket as it stands after that; its ruling and clocks follow soon after
     * @return 201: a ticket that was not known before; 200: a ticket that was known; 202: kept for a person to look at: a time
     *     of the source lies ahead of ours
     */
    @PUT
    @Path("/by-ref/{connection}/{externalId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({PSA_SYNC, OWNER, SERVICE_DESK})
    @RequestBody(content = @Content(schema = @Schema(implementation = TicketSnapshotRequest.class)))
    public RestResponse<TicketReceiptView> syncTicket(
            @Valid @BeanParam SourceReference reference,
            @QueryParam("view") @DefaultValue("false") boolean view,
            byte[] body)
            throws IOException {
        Receipt receipt = door.take(reference, body);
        return receipt.answer(ApiPaths.TICKETS, receipts.shown(receipt, view));
    }

    /**
     * Send many tickets as their source has them now. One JSON object a line, each with the source's key (externalId) and the
     * ticket as it is sent by itself (ticket); at most 500 lines. Each is taken in for itself, in their order, as if it had been
     * sent by itself: one that is refused keeps no other from being stored, and all of them sent again do no harm.
     *
     * @param connection the connection's name
     * @param view whether each receipt has the ticket as it stands after that; its ruling and clocks follow soon after
     * @return a JSON object for each line that is not blank: its number (row) and externalId, and either its receipt or a problem
     *     with the fields that are wrong
     */
    @POST
    @Path("/by-ref/{connection}")
    @Consumes(RowsIntake.NDJSON)
    @Produces(RowsIntake.NDJSON)
    @RolesAllowed({PSA_SYNC, OWNER, SERVICE_DESK})
    @RequestBody(content = @Content(schema = @Schema(type = SchemaType.STRING)))
    public byte[] syncTickets(
            @PathParam("connection") @Size(max = 40) String connection,
            @QueryParam("view") @DefaultValue("false") boolean view,
            byte[] body)
            throws IOException {
        return rows.take(
                connection,
                "ticket",
                body,
                (reference, snapshot) -> receipts.shown(door.take(reference, snapshot), view));
    }

    /**
     * Say that a ticket is gone at its source. It is cancelled here, and what it was stays. A snapshot from before that does not
     * bring it back, whichever comes first; one that the source changed later does. Saying it again changes nothing.
     *
     * @param view whether the receipt has the ticket as it stands after that; its clocks end soon after
     * @return what became of it: DELETED, or UNCHANGED where it was gone already; without an id where the ticket has not come yet
     */
    @DELETE
    @Path("/by-ref/{connection}/{externalId}")
    @RolesAllowed({PSA_SYNC, OWNER, SERVICE_DESK})
    public TicketReceiptView deleteTicket(
            @Valid @BeanParam SourceReference reference, @QueryParam("view") @DefaultValue("false") boolean view) {
        return receipts.ofGone(source.delete(reference, DeletedFact.Kind.TICKET, (connection, author) -> {}), view);
    }
}
