package dev.remit.contracts.volumes;

import dev.remit.engines.scope.VolumeKey;
import dev.remit.kit.ids.Ids;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** How much of each included volume is used up, as far as we have been told. */
@ApplicationScoped
public class VolumesUsed implements PanacheRepositoryBase<VolumeUsed, UUID> {
    private final Ids ids;

    VolumesUsed(Ids ids) {
        this.ids = ids;
    }

    /** How much of a client's volume is used up; 0 where nobody has told of any. */
    public long of(UUID clientId, VolumeKey volume) {
        return row(clientId, volume).map(VolumeUsed::used).orElse(0L);
    }

    void put(UUID clientId, VolumeKey volume, long used) {
        row(clientId, volume)
                .orElseGet(() -> {
                    VolumeUsed first = new VolumeUsed(ids.next(), clientId, volume);
                    persist(first);
                    return first;
                })
                .used(used);
    }

    private Optional<VolumeUsed> row(UUID clientId, VolumeKey volume) {
        return find("clientId = ?1 and volume = ?2", clientId, VolumeUsed.name(volume))
                .firstResultOptional();
    }
}
