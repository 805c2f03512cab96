package dev.remit.tickets.connections;

import static dev.remit.tickets.Roles.AUDITOR;
import static dev.remit.tickets.Roles.INTEGRATOR;
import static dev.remit.tickets.Roles.OWNER;
import static dev.remit.tickets.Roles.SERVICE_DESK;

import dev.remit.kit.access.AccessUnrecorded;
import dev.remit.kit.http.Cursor;
import dev.remit.kit.http.ETags;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.idempotency.Answer;
import dev.remit.kit.idempotency.Idempotency;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.problem.Duplicates;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.time.TenantClock;
import dev.remit.tickets.ApiText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
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

/** The sources of tickets over HTTP. */
@Path(ConnectionsResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Connections", description = "Where tickets and time come from, and what a source's names mean.")
class ConnectionsResource {
    static final String PATH = "/api/tickets/v1/connections";

    private static final String ID = "The connection's id.";
    private static final String CONNECTWISE = """
            {
              "name": "cw",
              "platform": "CONNECTWISE",
              "signingKey": "the key of your callbacks, 32 characters or more",
              "priorities": {"Priority 3 - Normal Response": "P3"},
              "statuses": {"New": "OPEN", "Waiting Client": "WAITING_CLIENT", "Completed": "RESOLVED"},
              "ticketClasses": {"ServiceTicket": "REQUEST"},
              "workTypes": {"On-site": "ONSITE"}
            }
            """;

    private static final String MORE = """
            {
              "priorities": {"Priority 1 - Emergency Response": "P1", "Priority 3 - Normal Response": "P3"},
              "statuses": {"New": "OPEN", "In Progress": "IN_PROGRESS", "Completed": "RESOLVED"},
              "ticketClasses": {"ServiceTicket": "REQUEST"},
              "workTypes": {"On-site": "ONSITE"}
            }
            """;

    private final Connections connections;
    private final Idempotency idempotency;
    private final Ids ids;
    private final TenantClock clock;
    private final Event<ConnectionChanged> changed;

    ConnectionsResource(
            Connections connections,
            Idempotency idempotency,
            Ids ids,
            TenantClock clock,
            Event<ConnectionChanged> changed) {
        this.connections = connections;
        this.idempotency = idempotency;
        this.ids = ids;
        this.clock = clock;
        this.changed = changed;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(OWNER)
    @Operation(operationId = "createConnection", summary = "Connect a source of tickets")
    @APIResponse(
            responseCode = "201",
            description = "The new connection",
            headers = {
                @Header(
                        name = "Location",
                        description = ApiText.LOCATION,
                        schema = @Schema(implementation = String.class)),
                @Header(name = "ETag", description = ApiText.ETAG, schema = @Schema(implementation = String.class))
            },
            content = @Content(schema = @Schema(implementation = ConnectionView.class)))
    public Response create(
            @Parameter(description = ApiText.KEY, required = true) @HeaderParam(Idempotency.HEADER) String key,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "connectwise", value = CONNECTWISE)))
                    @NotNull
                    @Valid
                    NewConnection body) {
        return idempotency.run("connections.create", key, body, () -> {
            Problem taken = Problem.conflict("There is a connection of that name already.")
                    .error("name", "is taken", "taken");
            if (connections.named(body.name()).isPresent()) {
                throw taken;
            }
            Connection connection = new Connection(ids.next(), body.name(), body.platform(), clock.now());
            boolean needsKey = body.platform() == Platform.CONNECTWISE && body.signingKey() == null;
            String madeKey = needsKey ? Connection.newKey() : null;
            connection.setUp(body.translation(), body.messages(), needsKey ? madeKey : body.signingKey());
            connections.persist(connection);
            Duplicates.flush(connections.getEntityManager(), Map.of("uq_connection_name", taken));
            return Answer.created(PATH + "/" + connection.id(), ConnectionView.of(connection, madeKey))
                    .version(connection.version());
        });
    }

    @GET
    @Transactional
    @RolesAllowed({OWNER, SERVICE_DESK, AUDITOR, INTEGRATOR})
    @AccessUnrecorded("settings without their keys")
    @Operation(operationId = "listConnections", summary = "List the connections", description = "By name.")
    public Page<ConnectionView> list(@Valid @BeanParam Paging paging) {
        String after = paging.after(1).map(cursor -> cursor.string(0)).orElse("");
        var rows = connections
                .find("name > ?1 order by name", after)
                .page(0, paging.limit() + 1)
                .list();
        return Page.of(rows, paging.limit(), ConnectionView::of, row -> Cursor.after(row.name()));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @RolesAllowed({OWNER, SERVICE_DESK, AUDITOR, INTEGRATOR})
    @AccessUnrecorded("settings without their keys")
    @Operation(operationId = "getConnection", summary = "Read a connection")
    @APIResponse(
            responseCode = "200",
            description = "The connection",
            headers =
                    @Header(name = "ETag", description = ApiText.ETAG, schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = ConnectionView.class)))
    public Response get(@Parameter(description = ID) @PathParam("id") UUID id) {
        return answer(connections.require(id));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed(OWNER)
    @Operation(
            operationId = "changeConnection",
            summary = "Change what a source's names mean",
            description =
                    "Clocks are read by the new meanings at once; notices follow with a ticket's next change. What was listed"
                            + " for review because of a name that is known by now is looked at again and closed.")
    @APIResponse(
            responseCode = "200",
            description = "The connection as it is now",
            headers =
                    @Header(name = "ETag", description = ApiText.ETAG, schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = ConnectionView.class)))
    public Response change(
            @Parameter(description = ID) @PathParam("id") UUID id,
            @Parameter(description = ApiText.IF_MATCH, required = true) @HeaderParam(HttpHeaders.IF_MATCH)
                    String ifMatch,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "one more", value = MORE)))
                    @NotNull
                    @Valid
                    ConnectionBody body) {
        Connection connection = connections.require(id);
        ETags.requireMatch(ifMatch, connection.version());
        connection.setUp(body.translation(), body.messages(), body.signingKey());
        connections.flush();
        changed.fire(new ConnectionChanged(id));
        return answer(connection);
    }

    private static Response answer(Connection connection) {
        return Response.ok(ConnectionView.of(connection))
                .header(HttpHeaders.ETAG, ETags.of(connection.version()))
                .build();
    }
}
