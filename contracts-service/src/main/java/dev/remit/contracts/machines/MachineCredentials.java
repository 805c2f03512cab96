package dev.remit.contracts.machines;

import dev.remit.contracts.RequestedOnce;
import dev.remit.kit.problem.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The credentials of the tenant's machine clients. */
@ApplicationScoped
class MachineCredentials implements PanacheRepositoryBase<MachineCredential, UUID> {

    /** Those of one machine client, in the order of their making. */
    List<MachineCredential> of(UUID machineClientId) {
        return of(List.of(machineClientId));
    }

    List<MachineCredential> of(List<UUID> machineClientIds) {
        return list("machineClientId in ?1 order by id", machineClientIds);
    }

    /** The one that a request with this key made. */
    Optional<RequestedOnce.Row> requestedWith(String key) {
        return find("requestKey", key).firstResultOptional().map(MachineCredential::requested);
    }

    /** @throws Problem not-found, also for one of another machine client */
    MachineCredential require(UUID machineClientId, UUID id) {
        return findByIdOptional(id)
                .filter(credential -> credential.machineClientId().equals(machineClientId))
                .orElseThrow(Problem::notFound);
    }
}
