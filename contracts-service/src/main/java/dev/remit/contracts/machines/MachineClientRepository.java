package dev.remit.contracts.machines;

import dev.remit.kit.problem.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
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
}
