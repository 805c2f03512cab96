package dev.remit.tickets.intake;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** The snapshots of the current tenant's tickets. */
@ApplicationScoped
public class Snapshots implements PanacheRepositoryBase<Snapshot, UUID> {

    private static final int AT_ONCE = 10;

    /**
     * Hands on all of a ticket's that were known at a moment, in the order of the source's time; the order of arrival plays
     * no part. A few are in memory at once, since each has all of the ticket's messages.
     */
    public void eachInOrder(UUID ticketId, Instant knownBy, Consumer<Snapshot> taker) {
        List<UUID> ids = getEntityManager()
                .createQuery(
                        "select id from Snapshot where ticketId = :ticketId and knownAt <= :knownBy"
                                + " order by sourceUpdatedAt, factsHash",
                        UUID.class)
                .setParameter("ticketId", ticketId)
                .setParameter("knownBy", knownBy)
                .getResultList();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<Snapshot> some = list(
                    "id in ?1 order by sourceUpdatedAt, factsHash",
                    ids.subList(from, Math.min(from + AT_ONCE, ids.size())));
            some.forEach(snapshot -> {
                taker.accept(snapshot);
                getEntityManager().detach(snapshot);
            });
        }
    }

    /** How many messages all of a ticket's snapshots have together. */
    long messages(UUID ticketId) {
        return getEntityManager()
                .createQuery("select coalesce(sum(messages), 0) from Snapshot where ticketId = :ticketId", Long.class)
                .setParameter("ticketId", ticketId)
                .getSingleResult();
    }

    /** The one that shows how the ticket is now. */
    public Snapshot latest(UUID ticketId) {
        return find("ticketId = ?1 order by sourceUpdatedAt desc, factsHash desc", ticketId)
                .firstResult();
    }

    boolean has(UUID ticketId, HashedFacts facts) {
        return count(
                        "ticketId = ?1 and sourceUpdatedAt = ?2 and factsHash = ?3",
                        ticketId,
                        facts.sourceUpdatedAt(),
                        facts.hash())
                > 0;
    }
}
