package dev.remit.tickets.intake;

import static dev.remit.tickets.Roles.OWNER;
import static dev.remit.tickets.Roles.PSA_SYNC;
import static dev.remit.tickets.Roles.SERVICE_DESK;

import dev.remit.kit.problem.Problem;
import dev.remit.psa.Author;
import dev.remit.tickets.ApiText;
import dev.remit.tickets.connections.Connection;
import dev.remit.tickets.connections.Connections;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where a source puts its tickets, in our own form. */
@Path(ApiText.TICKETS)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets", description = "Tickets as their sources have them, and what we make of them.")
class TicketSyncResource {
    private static final String OFFICE_MOVE = """
            {
              "sourceUpdatedAt": "2026-06-11T18:00:00Z",
              "createdAt": "2026-06-11T18:00:00Z",
              "title": "Move our office to the 12th floor",
              "client": {"externalId": "250"},
              "site": {"externalId": "28"},
              "priority": "Priority 3 - Normal Response",
              "ticketClass": "ServiceTicket",
              "category": {"type": "Project", "subtype": "Office move"},
              "status": "New",
              "messages": [{"key": "m1", "at": "2026-06-11T18:00:00Z", "from": "CLIENT", "public": true}]
            }
            """;

    private final Bodies bodies;
    private final Connections connections;
    private final Payloads payloads;
    private final Authors authors;
    private final TicketDoor door;
    private final Event<TicketsPending> pending;

    TicketSyncResource(
            Bodies bodies,
            Connections connections,
            Payloads payloads,
            Authors authors,
            TicketDoor door,
            Event<TicketsPending> pending) {
        this.bodies = bodies;
        this.connections = connections;
        this.payloads = payloads;
        this.authors = authors;
        this.door = door;
        this.pending = pending;
    }

    @PUT
    @Path("/by-ref/{connection}/{externalId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({PSA_SYNC, OWNER, SERVICE_DESK})
    @Operation(
            operationId = "syncTicket",
            summary = "Send a ticket as its source has it now",
            description =
                    "Ordered by the source's own time: sending one again, late or out of order does no harm. It is stored at"
                            + " once and ruled soon after, whatever else is up. A platform's connection takes its callbacks"
                            + " and its sync client alone. What a person sends is marked as that person's, and what it says"
                            + " of the MSP's own doing counts from when it is sent: sourceUpdatedAt, and milestones and"
                            + " messages of the MSP that are new, lie no more than five minutes back.")
    @APIResponse(
            responseCode = "201",
            description = "A ticket that was not known before",
            headers =
                    @Header(
                            name = "Location",
                            description = ApiText.LOCATION,
                            schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = ReceiptView.class)))
    @APIResponse(
            responseCode = "200",
            description = "A ticket that was known",
            content = @Content(schema = @Schema(implementation = ReceiptView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Kept for a person to look at: a time of the source lies ahead of ours",
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
                                            schema = @Schema(implementation = TicketSnapshotRequest.class),
                                            examples = @ExampleObject(name = "office-move", value = OFFICE_MOVE)))
                    byte[] body)
            throws IOException {
        TicketSnapshotRequest request = bodies.read(body, TicketSnapshotRequest.class);
        requireReferences(request);
        Set<String> kept = TicketSnapshotRequest.kept(bodies.names(body));
        Receipt receipt = Bodies.refusingOddTexts(() -> Collisions.repeat(
                () -> QuarkusTransaction.requiringNew().call(() -> take(connection, externalId, request, kept, body))));
        pending.fire(new TicketsPending());
        return ReceiptView.answer(receipt, ApiText.TICKETS);
    }

    private Receipt take(String name, String externalId, TicketSnapshotRequest request, Set<String> kept, byte[] body) {
        Connection connection = connections.named(name).orElseThrow(Problem::notFound);
        authors.requireMayWrite(connection);
        Optional<Author> author = authors.present();
        Payload payload = payloads.keep(connection.id(), Payload.Via.TICKET, body, author);
        return door.take(connection, externalId, request, kept, payload, author);
    }

    private static void requireReferences(TicketSnapshotRequest request) {
        if (request.client().code() == null && request.client().externalId() == null) {
            throw Problem.invalid("client", "needs a code or an externalId", "required");
        }
        if (request.site() != null
                && request.site().code() == null
                && request.site().externalId() == null) {
            throw Problem.invalid("site", "needs a code or an externalId", "required");
        }
    }
}
