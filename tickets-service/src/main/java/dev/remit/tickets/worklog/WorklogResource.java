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
import dev.remit.kit.problem.Problem;
import dev.remit.kit.tenancy.Caller;
import dev.remit.psa.Author;
import dev.remit.tickets.ApiText;
import dev.remit.tickets.connections.Connection;
import dev.remit.tickets.connections.Connections;
import dev.remit.tickets.intake.Authors;
import dev.remit.tickets.intake.Bodies;
import dev.remit.tickets.intake.Collisions;
import dev.remit.tickets.intake.Payload;
import dev.remit.tickets.intake.Payloads;
import dev.remit.tickets.intake.Receipt;
import dev.remit.tickets.intake.ReceiptView;
import dev.remit.tickets.intake.TicketsPending;
import dev.remit.tickets.intake.VisibleTickets;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Time worked, in and out. */
@Path(WorklogResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Worklog", description = "Time worked, as its source has it.")
class WorklogResource {
    static final String PATH = "/api/tickets/v1/time-entries";
    private static final String SATURDAY = """
            {
              "sourceUpdatedAt": "2026-06-13T21:10:00Z",
              "ticket": {"externalId": "70123"},
              "technician": {"id": "dana", "name": "Dana Ruiz"},
              "workType": "On-site",
              "start": "2026-06-13T12:00:00Z",
              "end": "2026-06-13T21:00:00Z",
              "travel": true
            }
            """;

    private final Bodies bodies;
    private final Connections connections;
    private final Payloads payloads;
    private final Authors authors;
    private final TimeEntryDoor door;
    private final TimeEntries entries;
    private final VisibleTickets visible;
    private final Caller caller;
    private final Event<TicketsPending> pending;

    WorklogResource(
            Bodies bodies,
            Connections connections,
            Payloads payloads,
            Authors authors,
            TimeEntryDoor door,
            TimeEntries entries,
            VisibleTickets visible,
            Caller caller,
            Event<TicketsPending> pending) {
        this.bodies = bodies;
        this.connections = connections;
        this.payloads = payloads;
        this.authors = authors;
        this.door = door;
        this.entries = entries;
        this.visible = visible;
        this.caller = caller;
        this.pending = pending;
    }

    @PUT
    @Path("/by-ref/{connection}/{externalId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({PSA_SYNC, TECHNICIAN, SERVICE_DESK, OWNER})
    @Operation(
            operationId = "syncTimeEntry",
            summary = "Send a time entry as its source has it now",
            description =
                    "Ordered by the source's own time. An entry whose ticket has not arrived is kept until it does. A technician"
                            + " writes their own time alone; what the service desk writes for others is marked with who did."
                            + " A platform's connection takes its callbacks and its sync client alone.")
    @APIResponse(
            responseCode = "201",
            description = "An entry that was not known before",
            headers =
                    @Header(
                            name = "Location",
                            description = ApiText.LOCATION,
                            schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = ReceiptView.class)))
    @APIResponse(
            responseCode = "200",
            description = "An entry that was known",
            content = @Content(schema = @Schema(implementation = ReceiptView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Kept for a person to look at",
            content = @Content(schema = @Schema(implementation = ReceiptView.class)))
    public Response sync(
            @Parameter(description = ApiText.CONNECTION) @PathParam("connection") @Size(max = 40) String connection,
            @Parameter(description = ApiText.EXTERNAL_ID)
                    @PathParam("externalId")
                    @Size(min = 1, max = 100)
                    @Pattern(regexp = ApiText.KEYS, message = ApiText.KEYS_SAY)
                    String externalId,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = TimeEntryRequest.class),
                                            examples = @ExampleObject(name = "saturday", value = SATURDAY)))
                    byte[] body)
            throws IOException {
        TimeEntryRequest request = bodies.read(body, TimeEntryRequest.class);
        request.check();
        Set<String> kept = TimeEntryRequest.kept(bodies.names(body));
        Receipt receipt = Bodies.refusingOddTexts(() -> Collisions.repeat(
                () -> QuarkusTransaction.requiringNew().call(() -> take(connection, externalId, request, kept, body))));
        pending.fire(new TicketsPending());
        return ReceiptView.answer(receipt, PATH);
    }

    private Receipt take(String name, String externalId, TimeEntryRequest request, Set<String> kept, byte[] body) {
        Connection connection = connections.named(name).orElseThrow(Problem::notFound);
        authors.requireMayWrite(connection);
        Optional<Author> author = authors.present();
        Payload payload = payloads.keep(connection.id(), Payload.Via.TIME_ENTRY, body, author);
        return door.take(connection, externalId, request, kept, payload, author);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, CLIENT_APPROVER, PSA_SYNC, INTEGRATOR, AUDITOR})
    @AccessRecorded
    @Operation(operationId = "getTimeEntry", summary = "Read a time entry")
    public TimeEntryView get(@Parameter(description = "The entry's id.") @PathParam("id") UUID id) {
        TimeEntry entry = entries.require(id);
        if (caller.client().isPresent()) {
            visible.require(entry.ticketId().orElseThrow(Problem::notFound));
        }
        return TimeEntryView.of(entry);
    }
}
