package dev.remit.tickets.connections;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.INTEGRATOR;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;

import dev.remit.kit.access.AccessUnrecorded;
import dev.remit.kit.http.Answers;
import dev.remit.kit.http.Cursor;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.idempotency.Idempotent;
import dev.remit.kit.sql.ConsistentRead;
import jakarta.annotation.security.RolesAllowed;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The sources of tickets over HTTP. */
@Path(ConnectionsResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({OWNER, SERVICE_DESK, AUDITOR, INTEGRATOR})
@AccessUnrecorded("settings without their keys")
@Tag(name = "Connections", description = "Where tickets and time come from, and what a source's names mean.")
class ConnectionsResource {
    static final String PATH = "/api/tickets/v1/connections";

    private final Connections connections;
    private final ConnectionActions desk;

    ConnectionsResource(Connections connections, ConnectionActions desk) {
        this.connections = connections;
        this.desk = desk;
    }

    /**
     * Connect a source of tickets.
     *
     * @return 201: the new connection
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(OWNER)
    @Idempotent("connections.create")
    public RestResponse<ConnectionView> createConnection(@NotNull @Valid ConnectionCreation body) {
        ConnectionActions.Created created = desk.create(body);
        Connection connection = created.connection();
        return Answers.created(
                PATH + "/" + connection.id(), ConnectionView.of(connection, created.madeKey()), connection.version());
    }

    /** List the connections. By name. */
    @GET
    @ConsistentRead
    public Page<ConnectionView> listConnections(@Valid @BeanParam Paging paging) {
        String after = paging.after(1).map(cursor -> cursor.string(0)).orElse("");
        return Page.of(
                connections.page(after, paging.limit()),
                paging.limit(),
                ConnectionView::of,
                row -> Cursor.after(row.name()));
    }

    /**
     * Read a connection.
     *
     * @param id the connection's id
     * @return the connection
     */
    @GET
    @Path("/{id}")
    @ConsistentRead
    public RestResponse<ConnectionView> getConnection(UUID id) {
        Connection connection = connections.require(id);
        return Answers.ok(ConnectionView.of(connection), connection.version());
    }

    /**
     * Change what a source's names mean. Clocks are read by the new meanings at once; notices follow with a ticket's next change.
     * What was listed for review because of a name that is known by now is looked at again and closed.
     *
     * @param id the connection's id
     * @return the connection as it is now
     */
    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed(OWNER)
    public RestResponse<ConnectionView> changeConnection(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid ConnectionBody body) {
        Connection connection = desk.change(id, ifMatch, body);
        return Answers.ok(ConnectionView.of(connection), connection.version());
    }

    /**
     * Say what one name of a source means. The other names stay as they are. What was listed for review because of the name is
     * looked at again and closed; to say the same again changes nothing.
     *
     * @param id the connection's id
     * @return the connection as it is now
     */
    @POST
    @Path("/{id}/names")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed(OWNER)
    public RestResponse<ConnectionView> mapSourceName(UUID id, @NotNull @Valid NameMapping mapping) {
        Connection connection = desk.map(id, mapping);
        return Answers.ok(ConnectionView.of(connection), connection.version());
    }
}
