package dev.remit.tickets.connections;

import dev.remit.kit.problem.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The connections of the current tenant. */
@ApplicationScoped
public class Connections implements PanacheRepositoryBase<Connection, UUID> {

    public Optional<Connection> named(String name) {
        return find("name", name).firstResultOptional();
    }

    /** Those after a name, by name; at most one more than the limit. */
    List<Connection> page(String after, int limit) {
        return find("name > ?1 order by name", after).page(0, limit + 1).list();
    }

    /** @throws Problem NOT_FOUND where the tenant has no such connection */
    Connection lock(UUID id) {
        return find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(Problem::notFound);
    }

    /**
     * From the session where that has it already.
     *
     * @throws Problem NOT_FOUND where the tenant has no such connection
     */
    public Connection require(UUID id) {
        return findByIdOptional(id).orElseThrow(Problem::notFound);
    }
}
