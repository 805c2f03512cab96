package dev.remit.tickets.intake;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The snapshots of the current tenant's tickets. */
@ApplicationScoped
public class Snapshots implements PanacheRepositoryBase<Snapshot, UUID> {

    /** All of a ticket's, in the order of the source's time; the order of arrival plays no part. */
    public List<Snapshot> inOrder(UUID ticketId) {
        return list("ticketId = ?1 order by sourceUpdatedAt, factsHash", ticketId);
    }

    /** The one that shows how the ticket is now. */
    public Snapshot latest(UUID ticketId) {
        return find("ticketId = ?1 order by sourceUpdatedAt desc, factsHash desc", ticketId)
                .firstResult();
    }

    boolean has(UUID ticketId, SealedFacts facts) {
        return count(
                        "ticketId = ?1 and sourceUpdatedAt = ?2 and factsHash = ?3",
                        ticketId,
                        facts.sourceUpdatedAt(),
                        facts.hash())
                > 0;
    }
}
