package dev.remit.tickets.connections;

import dev.remit.kit.http.ETags;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.problem.Duplicates;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Map;
import java.util.UUID;

/** Sets sources of tickets up. */
@ApplicationScoped
class ConnectionActions {
    private final Connections connections;
    private final Ids ids;
    private final TenantClock clock;
    private final Event<ConnectionChanged> changed;

    ConnectionActions(Connections connections, Ids ids, TenantClock clock, Event<ConnectionChanged> changed) {
        this.connections = connections;
        this.ids = ids;
        this.clock = clock;
        this.changed = changed;
    }

    /**
     * A new connection.
     *
     * @param madeKey the signing key that was made for it, to be shown once; null where it brought its own or needs none
     */
    record Created(Connection connection, String madeKey) {}

    /** @throws Problem conflict, where the name is taken */
    Created create(ConnectionCreation body) {
        Problem taken =
                Problem.conflict("There is a connection of that name already.").error("name", "is taken", "taken");
        if (connections.named(body.name()).isPresent()) {
            throw taken;
        }
        Connection connection = new Connection(ids.next(), body.name(), body.platform(), clock.now());
        boolean needsKey = body.platform() == Platform.CONNECTWISE && body.signingKey() == null;
        String madeKey = needsKey ? Connection.newKey() : null;
        connection.setUp(body.translation(), body.messages(), needsKey ? madeKey : body.signingKey());
        connections.persist(connection);
        Duplicates.flush(connections.getEntityManager(), Map.of("uq_connection_name", taken));
        return new Created(connection, madeKey);
    }

    /**
     * Changes what a source's names mean.
     *
     * @throws Problem not-found, precondition-required, precondition-failed
     */
    Connection change(UUID id, String ifMatch, ConnectionBody body) {
        Connection connection = connections.require(id);
        ETags.requireMatch(ifMatch, connection.version());
        connection.setUp(body.translation(), body.messages(), body.signingKey());
        connections.flush();
        changed.fire(new ConnectionChanged(id));
        return connection;
    }

    /**
     * Says what one name of a source means; the others stay as they are, whoever changes them meanwhile.
     *
     * @throws Problem not-found, validation
     */
    Connection map(UUID id, NameMapping mapping) {
        mapping.table().require(mapping.means());
        Connection connection = connections.lock(id);
        connection.map(mapping.table(), mapping.name(), mapping.means());
        connections.flush();
        changed.fire(new ConnectionChanged(id));
        return connection;
    }
}
