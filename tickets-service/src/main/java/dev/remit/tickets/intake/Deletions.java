package dev.remit.tickets.intake;

import dev.remit.kit.ids.Ids;
import dev.remit.kit.sql.ReadOnce;
import dev.remit.kit.time.TenantClock;
import dev.remit.psa.Author;
import dev.remit.psa.DeletedFact;
import dev.remit.tickets.connections.Connection;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the sources of the current tenant have deleted. */
@ApplicationScoped
public class Deletions implements PanacheRepositoryBase<Deletion, UUID> {
    private final ReadOnce once;
    private final Ids ids;
    private final TenantClock clock;

    Deletions(ReadOnce once, Ids ids, TenantClock clock) {
        this.once = once;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The word that something is gone.
     *
     * @param at when we learnt of it; the source gives no time of its own
     * @param author the person whose word it is; null for the source's own
     */
    public record KnownDeletion(Instant at, Author author) {}

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

    record Of(UUID connectionId, DeletedFact.Kind kind, String externalId) implements ReadOnce.Question {}

    /** What told us that a ticket is gone, as far as we had by a moment; in order, none from before it came into being. */
    public List<KnownDeletion> ofTicket(Ticket ticket, Instant knownBy) {
        return all(ticket.connectionId(), DeletedFact.Kind.TICKET, ticket.externalId()).stream()
                .filter(told ->
                        !told.at().isBefore(ticket.createdAt()) && !told.at().isAfter(knownBy))
                .toList();
    }

    /**
     * When we last learnt that the object is gone; the platforms give no time of their own. A snapshot that the source
     * changed after that brings it back.
     */
    public Optional<Instant> of(UUID connectionId, DeletedFact.Kind kind, String externalId) {
        List<KnownDeletion> all = all(connectionId, kind, externalId);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast().at());
    }

    /** Reads at once what told us that some tickets are gone. */
    public void recall(List<Ticket> tickets) {
        Map<Of, List<KnownDeletion>> told = new HashMap<>();
        tickets.forEach(ticket -> told.put(of(ticket), new ArrayList<>()));
        list(
                        "connectionId in ?1 and kind = ?2 and externalId in ?3 order by knownAt",
                        tickets.stream().map(Ticket::connectionId).distinct().toList(),
                        DeletedFact.Kind.TICKET,
                        tickets.stream().map(Ticket::externalId).toList())
                .forEach(deletion -> told.computeIfPresent(deletion.of(), (of, all) -> {
                    all.add(deletion.told());
                    return all;
                }));
        told.forEach(once::keep);
    }

    private static Of of(Ticket ticket) {
        return new Of(ticket.connectionId(), DeletedFact.Kind.TICKET, ticket.externalId());
    }

    /** Takes in the word of a source, or of a person in its place. */
    void add(Connection connection, DeletedFact fact, Optional<Author> author) {
        persist(new Deletion(ids.next(), connection.id(), fact, clock.now(), author));
        once.forget(new Of(connection.id(), fact.kind(), fact.externalId()));
    }

    /** In the order in which we learnt of them. */
    private List<KnownDeletion> all(UUID connectionId, DeletedFact.Kind kind, String externalId) {
        return once.get(
                new Of(connectionId, kind, externalId), () -> list(
                                "connectionId = ?1 and kind = ?2 and externalId = ?3 order by knownAt",
                                connectionId,
                                kind,
                                externalId)
                        .stream()
                        .map(Deletion::told)
                        .toList());
    }
}
