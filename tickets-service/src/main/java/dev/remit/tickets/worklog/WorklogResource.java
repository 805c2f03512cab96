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
import dev.remit.kit.problem.Problem;
import dev.remit.kit.sql.ConsistentRead;
import dev.remit.kit.tenancy.Caller;
import dev.remit.psa.DeletedFact;
import dev.remit.tickets.connections.Connections;
import dev.remit.tickets.intake.Payload;
import dev.remit.tickets.intake.Receipt;
import dev.remit.tickets.intake.RowsIntake;
import dev.remit.tickets.intake.SourceIntake;
import dev.remit.tickets.intake.SourceReference;
import dev.remit.tickets.intake.StrictBodyReader;
import dev.remit.tickets.intake.VisibleTickets;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Time worked, in and out. */
@Path(WorklogResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Worklog", description = "Time worked, as its source has it.")
class WorklogResource {
    static final String PATH = "/api/tickets/v1/time-entries";

    private final StrictBodyReader bodies;
    private final SourceIntake intake;
    private final TimeEntryFactsIntake door;
    private final RowsIntake rows;
    private final TimeEntryReceipts receipts;
    private final TimeEntries entries;
    private final Connections connections;
    private final VisibleTickets visible;
    private final Caller caller;

    WorklogResource(
            StrictBodyReader bodies,
            SourceIntake intake,
            TimeEntryFactsIntake door,
            RowsIntake rows,
            TimeEntryReceipts receipts,
            TimeEntries entries,
            Connections connections,
            VisibleTickets visible,
            Caller caller) {
        this.bodies = bodies;
        this.intake = intake;
        this.door = door;
        this.rows = rows;
        this.receipts = receipts;
        this.entries = entries;
        this.connections = connections;
        this.visible = visible;
        this.caller = caller;
    }

    /**
     * Send a time entry as its source has it now. Ordered by the source's own time. An entry whose ticket has not arrived is
     * kept until it does. A technician writes their own time alone; what the service desk writes for others is marked with who
     * did. A platform's connection takes its callbacks and its sync client alone.
     *
     * @param view whether the receipt has the entry as it stands after that; it is booked on its work item soon after
     * @return 201: an entry that was not known before; 200: an entry that was known; 202: kept for a person to look at
     */
    @PUT
    @Path("/by-ref/{connection}/{externalId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({PSA_SYNC, TECHNICIAN, SERVICE_DESK, OWNER})
    @RequestBody(content = @Content(schema = @Schema(implementation = TimeEntryRequest.class)))
    public RestResponse<TimeEntryReceiptView> syncTimeEntry(
            @Valid @BeanParam SourceReference reference,
            @QueryParam("view") @DefaultValue("false") boolean view,
            byte[] body)
            throws IOException {
        Receipt receipt = take(reference, body);
        return receipt.answer(PATH, receipts.shown(receipt, view));
    }

    /**
     * Send many time entries as their source has them now. One JSON object a line, each with the source's key (externalId) and the
     * entry as it is sent by itself (timeEntry); at most 500 lines. Each is taken in for itself, in their order, as if it had been
     * sent by itself: one that is refused keeps no other from being stored, and all of them sent again do no harm.
     *
     * @param connection the connection's name
     * @param view whether each receipt has the entry as it stands after that; it is booked on its work item soon after
     * @return a JSON object for each line that is not blank: its number (row) and externalId, and either its receipt or a problem
     *     with the fields that are wrong
     */
    @POST
    @Path("/by-ref/{connection}")
    @Consumes(RowsIntake.NDJSON)
    @Produces(RowsIntake.NDJSON)
    @RolesAllowed({PSA_SYNC, TECHNICIAN, SERVICE_DESK, OWNER})
    @RequestBody(content = @Content(schema = @Schema(type = SchemaType.STRING)))
    public byte[] syncTimeEntries(
            @PathParam("connection") @Size(max = 40) String connection,
            @QueryParam("view") @DefaultValue("false") boolean view,
            byte[] body)
            throws IOException {
        return rows.take(
                connection,
                "timeEntry",
                body,
                (reference, snapshot) -> receipts.shown(take(reference, snapshot), view));
    }

    private Receipt take(SourceReference reference, byte[] body) throws IOException {
        TimeEntryRequest request = bodies.read(body, TimeEntryRequest.class);
        request.check();
        Set<String> kept = TimeEntryRequest.kept(bodies.names(body));
        return intake.take(
                reference,
                Payload.Via.TIME_ENTRY,
                body,
                (connection, payload, author) ->
                        door.take(connection, reference.externalId(), request, kept, payload, author));
    }

    /**
     * Say that a time entry is gone at its source. It is withdrawn, and what it was stays. A snapshot from before that does not
     * bring it back, whichever comes first; one that the source changed later does. A technician deletes their own time alone.
     *
     * @param view whether the receipt has the entry as it stands after that
     * @return what became of it: DELETED, or UNCHANGED where it was gone already; without an id where the entry has not come yet
     */
    @DELETE
    @Path("/by-ref/{connection}/{externalId}")
    @RolesAllowed({PSA_SYNC, TECHNICIAN, SERVICE_DESK, OWNER})
    public TimeEntryReceiptView deleteTimeEntry(
            @Valid @BeanParam SourceReference reference, @QueryParam("view") @DefaultValue("false") boolean view) {
        Receipt receipt = intake.delete(
                reference,
                DeletedFact.Kind.TIME_ENTRY,
                (connection, author) -> OwnTime.requireMayDelete(
                        author, entries.lockReferredTo(connection.id(), reference.externalId())));
        return receipts.ofGone(receipt, view);
    }

    /**
     * Read a time entry.
     *
     * @param id the entry's id
     */
    @GET
    @Path("/{id}")
    @ConsistentRead
    @RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, CLIENT_APPROVER, PSA_SYNC, INTEGRATOR, AUDITOR})
    @AccessRecorded
    public TimeEntryView getTimeEntry(UUID id) {
        TimeEntry entry = entries.require(id);
        if (caller.connection().isPresent()
                && !caller.isOf(connections.require(entry.connectionId()).name())) {
            throw Problem.notFound();
        }
        if (caller.client().isPresent()) {
            visible.require(entry.ticketId().orElseThrow(Problem::notFound));
        }
        return TimeEntryView.of(entry);
    }
}
