package dev.remit.tickets.intake;

import dev.remit.psa.Author;
import dev.remit.psa.DeletedFact;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the sources of the current tenant have deleted. */
@ApplicationScoped
public class Deletions implements PanacheRepositoryBase<Deletion, UUID> {

    /**
     * The word that something is gone.
     *
     * @param at when we learnt of it; the source gives no time of its own
     * @param author the person whose word it is; null for the source's own
     */
    public record Told(Instant at, Author author) {}

    /** The time entry that a source calls so. */
    Optional<UUID> entryId(UUID connectionId, String externalId) {
        return getEntityManager()
                .createQuery("select e.id from TimeEntry e where e.connectionId = ?1 and e.externalId = ?2", UUID.class)
                .setParameter(1, connectionId)
                .setParameter(2, externalId)
                .getResultStream()
                .findFirst();
    }

    /** Whether a time entry was changed at its source after a moment. */
    boolean isEntryChangedSince(UUID connectionId, String externalId, Instant moment) {
        return getEntityManager()
                        .createQuery(
                                "select count(e) from TimeEntry e where e.connectionId = ?1 and e.externalId = ?2"
                                        + " and e.sourceUpdatedAt > ?3",
                                Long.class)
                        .setParameter(1, connectionId)
                        .setParameter(2, externalId)
                        .setParameter(3, moment)
                        .getSingleResult()
                > 0;
    }

    /** What told us that a ticket is gone, as far as we had by a moment; in order, none from before it came into being. */
    public List<Told> ofTicket(Ticket ticket, Instant knownBy) {
        return list(
                        "connectionId = ?1 and kind = ?2 and externalId = ?3 and knownAt >= ?4 and knownAt <= ?5 order by knownAt",
                        ticket.connectionId(),
                        DeletedFact.Kind.TICKET,
                        ticket.externalId(),
                        ticket.createdAt(),
                        knownBy)
                .stream()
                .map(Deletion::told)
                .toList();
    }

    /**
     * When we last learnt that the object is gone; the platforms give no time of their own. A snapshot that the source
     * changed after that brings it back.
     */
    public Optional<Instant> of(UUID connectionId, DeletedFact.Kind kind, String externalId) {
        return find(
                        "connectionId = ?1 and kind = ?2 and externalId = ?3 order by knownAt desc",
                        connectionId,
                        kind,
                        externalId)
                .firstResultOptional()
                .map(Deletion::knownAt);
    }
}
