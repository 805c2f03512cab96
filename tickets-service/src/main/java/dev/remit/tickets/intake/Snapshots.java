package dev.remit.tickets.intake;

import dev.remit.kit.sql.ReadOnce;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The snapshots of the current tenant's tickets. */
@ApplicationScoped
public class Snapshots implements PanacheRepositoryBase<Snapshot, UUID> {

    private static final int AT_ONCE = 10;

    /** As many of each ticket, in the middle, are read together with those of others. */
    private static final int FEW = 2;

    private final ReadOnce once;

    Snapshots(ReadOnce once) {
        this.once = once;
    }

    /**
     * Hands on all of a ticket's that were known at a moment, in the order of the source's time; the order of arrival plays
     * no part. A few are in memory at once, since each has all of the ticket's messages.
     */
    public void eachInOrder(UUID ticketId, Instant knownBy, Consumer<Snapshot> taker) {
        Optional<List<Snapshot>> all = once.known(new OfTicket(ticketId, knownBy));
        if (all.isPresent()) {
            all.get().forEach(taker);
            return;
        }
        List<Snapshot> some = inOrder(ticketId, knownBy, Optional.empty());
        while (!some.isEmpty()) {
            some.forEach(snapshot -> {
                taker.accept(snapshot);
                getEntityManager().detach(snapshot);
            });
            some = some.size() < AT_ONCE ? List.of() : inOrder(ticketId, knownBy, Optional.of(some.getLast()));
        }
    }

    private record OfTicket(UUID ticketId, Instant knownBy) implements ReadOnce.Question {}

    /** Reads at once those of some tickets that were known at a moment; of none where that would be many. */
    public void recall(List<UUID> ticketIds, Instant knownBy) {
        int most = FEW * ticketIds.size();
        List<Snapshot> all = find(
                        "ticketId in ?1 and knownAt <= ?2 order by ticketId, sourceUpdatedAt, factsHash",
                        ticketIds,
                        knownBy)
                .page(0, most)
                .list();
        if (all.size() < most) {
            Map<UUID, List<Snapshot>> byTicket = all.stream().collect(Collectors.groupingBy(Snapshot::ticketId));
            ticketIds.forEach(id -> once.keep(new OfTicket(id, knownBy), byTicket.getOrDefault(id, List.of())));
        }
    }

    private List<Snapshot> inOrder(UUID ticketId, Instant knownBy, Optional<Snapshot> after) {
        String later = "(sourceUpdatedAt > :at or (sourceUpdatedAt = :at and factsHash > :hash))";
        Parameters parameters = Parameters.with("ticketId", ticketId).and("knownBy", knownBy);
        after.ifPresent(last -> parameters.and("at", last.sourceUpdatedAt()).and("hash", last.factsHash()));
        return find(
                        "ticketId = :ticketId and knownAt <= :knownBy" + (after.isPresent() ? " and " + later : "")
                                + " order by sourceUpdatedAt, factsHash",
                        parameters)
                .page(0, AT_ONCE)
                .list();
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
