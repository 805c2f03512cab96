package dev.remit.contracts.machines;

import dev.remit.kit.http.Cursor;
import dev.remit.kit.problem.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The machine clients of the tenant at work. */
@ApplicationScoped
class MachineClientRepository implements PanacheRepositoryBase<MachineClient, UUID> {

    /** @throws Problem not-found */
    MachineClient require(UUID id) {
        return findByIdOptional(id).orElseThrow(Problem::notFound);
    }

    /**
     * Holds the row until the transaction ends, so that changes to one come one after the other.
     *
     * @throws Problem not-found
     */
    MachineClient locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Problem::notFound);
    }

    /** Rows in the order of their making, one more than the limit. */
    List<MachineClient> page(Optional<Cursor> after, int limit) {
        UUID last = after.map(cursor -> cursor.uuid(0)).orElse(new UUID(0, 0));
        return find("id > :last order by id", Parameters.with("last", last))
                .page(0, limit + 1)
                .list();
    }
}
