package dev.remit.billing.volumes;

import dev.remit.engines.ledger.VolumeUse;
import dev.remit.engines.scope.VolumeKey;
import dev.remit.engines.scope.VolumeUnit;
import dev.remit.kit.ids.Ids;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the work of the current tenant's clients takes of included visits and hours. */
@ApplicationScoped
public class TakenVolumes implements PanacheRepositoryBase<TakenVolume, UUID> {
    private final Ids ids;

    TakenVolumes(Ids ids) {
        this.ids = ids;
    }

    /** The counts of which some entries take. */
    public Set<VolumeKey> volumesOf(Set<UUID> entryIds) {
        if (entryIds.isEmpty()) {
            return Set.of();
        }
        return getEntityManager()
                .createQuery("select distinct volume from TakenVolume where timeEntryId in ?1", String.class)
                .setParameter(1, entryIds)
                .getResultList()
                .stream()
                .map(TakenVolume::key)
                .collect(Collectors.toSet());
    }

    /** A client's entries that take of some counts. */
    public Set<UUID> entriesOf(UUID clientId, Set<VolumeKey> volumes) {
        return uses(clientId, volumes).stream().map(VolumeUse::entryId).collect(Collectors.toSet());
    }

    /** What is taken of some counts. */
    public List<VolumeUse> uses(UUID clientId, Set<VolumeKey> volumes) {
        Set<String> names = volumes.stream().map(TakenVolume::name).collect(Collectors.toSet());
        return names.isEmpty()
                ? List.of()
                : list("clientId = ?1 and volume in ?2", clientId, names).stream()
                        .map(TakenVolume::use)
                        .toList();
    }

    /** How much of a count is taken, within it and beyond it: visits, or the seconds of hours. */
    public long taken(UUID clientId, VolumeKey volume) {
        List<VolumeUse> uses = uses(clientId, Set.of(volume));
        return volume.unit() == VolumeUnit.VISIT
                ? uses.stream().map(VolumeUse::visit).distinct().count()
                : uses.stream().mapToLong(VolumeUse::amount).sum();
    }

    /** Keeps what some entries take in the place of what they took. */
    public void keep(UUID clientId, Collection<UUID> entryIds, List<VolumeUse> uses) {
        Set<UUID> entries = Set.copyOf(entryIds);
        if (!entries.isEmpty() && !list("timeEntryId in ?1", entries).isEmpty()) {
            delete("timeEntryId in ?1", entries);
        }
        uses.forEach(use -> persist(new TakenVolume(ids.next(), clientId, use)));
    }
}
