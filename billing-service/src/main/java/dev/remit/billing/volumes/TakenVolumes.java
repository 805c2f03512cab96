package dev.remit.billing.volumes;

import dev.remit.engines.ledger.VolumeUse;
import dev.remit.engines.scope.VolumeKey;
import dev.remit.engines.scope.VolumeUnit;
import dev.remit.kit.feed.Outbox;
import dev.remit.kit.ids.Ids;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the work of the current tenant's clients takes of included visits and hours. */
@ApplicationScoped
public class TakenVolumes implements PanacheRepositoryBase<TakenVolume, UUID> {
    private final Ids ids;
    private final Outbox outbox;

    TakenVolumes(Ids ids, Outbox outbox) {
        this.ids = ids;
        this.outbox = outbox;
    }

    /** One count of a client. */
    private record Count(UUID clientId, VolumeKey volume) {

        UUID id() {
            return UUID.nameUUIDFromBytes((clientId + TakenVolume.name(volume)).getBytes(StandardCharsets.UTF_8));
        }
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
        String sum = volume.unit() == VolumeUnit.VISIT ? "count(distinct visit)" : "coalesce(sum(amount), 0)";
        return getEntityManager()
                .createQuery("select " + sum + " from TakenVolume where clientId = ?1 and volume = ?2", Long.class)
                .setParameter(1, clientId)
                .setParameter(2, TakenVolume.name(volume))
                .getSingleResult();
    }

    /** Keeps what some entries of a client take in the place of what they took, and tells of counts that have changed. */
    public void keep(UUID clientId, Set<UUID> entries, List<VolumeUse> uses) {
        Map<Count, Long> before = new LinkedHashMap<>();
        countsOf(entries).forEach(count -> before.put(count, taken(count)));
        uses.forEach(use -> before.computeIfAbsent(new Count(clientId, use.volume()), this::taken));
        if (before.isEmpty()) {
            return;
        }
        delete("timeEntryId in ?1", entries);
        uses.forEach(use -> persist(new TakenVolume(ids.next(), clientId, use)));
        before.forEach((count, was) -> {
            long now = taken(count);
            if (now != was) {
                outbox.append(
                        IncludedVolumeUsed.TYPE,
                        count.id(),
                        new IncludedVolumeUsed(count.clientId(), count.volume(), now));
            }
        });
    }

    /** Of any client, since an entry may have moved. */
    private List<Count> countsOf(Set<UUID> entries) {
        return entries.isEmpty()
                ? List.of()
                : list("timeEntryId in ?1 order by id", entries).stream()
                        .map(row -> new Count(row.clientId(), row.use().volume()))
                        .distinct()
                        .toList();
    }

    private long taken(Count count) {
        return taken(count.clientId(), count.volume());
    }
}
