package dev.remit.tickets.rulings;

import dev.remit.engines.scope.VolumeKey;
import dev.remit.kit.feed.Outbox;
import dev.remit.kit.ids.Ids;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/**
 * Counts included volume, one ticket at a time for each client, item or category, and period, and tells of each new count.
 */
@ApplicationScoped
class VolumePeriods implements PanacheRepositoryBase<VolumePeriodRow, UUID> {
    private final VolumeUses uses;
    private final Outbox outbox;
    private final Ids ids;

    VolumePeriods(VolumeUses uses, Outbox outbox, Ids ids) {
        this.uses = uses;
        this.outbox = outbox;
        this.ids = ids;
    }

    /** How many others have taken; nobody else can take until the transaction ends. */
    long usedByOthers(UUID clientId, VolumeKey key, UUID workItemId) {
        UUID period = locked(clientId, key).id();
        return uses.count("volumePeriodId = ?1 and workItemId <> ?2 and givenBack = false", period, workItemId);
    }

    /** The same as far as it is known now, for whoever takes nothing. */
    long usedNow(UUID clientId, VolumeKey key, UUID exceptBy) {
        return unlocked(clientId, key)
                .firstResultOptional()
                .map(period -> uses.count(
                        "volumePeriodId = ?1 and workItemId <> ?2 and givenBack = false", period.id(), exceptBy))
                .orElse(0L);
    }

    /** Of which volumes a work item takes one. */
    List<VolumeKey> takenBy(UUID workItemId) {
        return uses.list("workItemId = ?1 and givenBack = false", workItemId).stream()
                .map(use -> findById(use.periodId()).key())
                .toList();
    }

    void take(UUID clientId, VolumeKey key, UUID ticketId, UUID workItemId) {
        VolumePeriodRow period = locked(clientId, key);
        uses.persist(new VolumeUse(ids.next(), period.id(), ticketId, workItemId));
        tell(period);
    }

    /** Forgets whatever a work item took. */
    void release(UUID workItemId) {
        for (VolumeUse use : uses.list("workItemId = ?1 order by volumePeriodId", workItemId)) {
            VolumePeriodRow period = lock(use);
            uses.delete(use);
            tell(period);
        }
    }

    /** Gives back what a ticket took, when it is cancelled. */
    void giveBack(UUID ticketId) {
        uses.list("ticketId = ?1 and givenBack = false order by volumePeriodId", ticketId)
                .forEach(use -> {
                    VolumePeriodRow period = lock(use);
                    use.giveBack(true);
                    tell(period);
                });
    }

    /** A ticket's work items of which what they took was given back. */
    List<UUID> givenBackBy(UUID ticketId) {
        return uses.list("ticketId = ?1 and givenBack = true order by volumePeriodId", ticketId).stream()
                .map(VolumeUse::workItemId)
                .toList();
    }

    /**
     * Takes again what a work item gave back; false where others have taken it meanwhile.
     *
     * @param included how many there are in all
     */
    boolean takeAgain(UUID workItemId, long included) {
        for (VolumeUse use : uses.list("workItemId = ?1 and givenBack = true", workItemId)) {
            VolumePeriodRow period = lock(use);
            long others =
                    uses.count("volumePeriodId = ?1 and id <> ?2 and givenBack = false", use.periodId(), use.id());
            if (others >= included) {
                return false;
            }
            use.giveBack(false);
            tell(period);
        }
        return true;
    }

    private VolumePeriodRow lock(VolumeUse use) {
        return find("id", use.periodId())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    private void tell(VolumePeriodRow period) {
        long used = uses.count("volumePeriodId = ?1 and givenBack = false", period.id());
        outbox.append(IncludedVolumeUsed.TYPE, period.id(), period.used(used));
    }

    /** Two that make the row at once collide on its key, and the later one starts over. */
    private VolumePeriodRow locked(UUID clientId, VolumeKey key) {
        return unlocked(clientId, key)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseGet(() -> {
                    VolumePeriodRow row = new VolumePeriodRow(ids.next(), clientId, key);
                    persistAndFlush(row);
                    return row;
                });
    }

    private PanacheQuery<VolumePeriodRow> unlocked(UUID clientId, VolumeKey key) {
        return find(
                "clientId = ?1 and countedOf = ?2 and code = ?3 and period = ?4 and firstDay = ?5",
                clientId,
                VolumePeriodRow.countedOf(key),
                VolumePeriodRow.code(key),
                key.period(),
                key.from());
    }
}
