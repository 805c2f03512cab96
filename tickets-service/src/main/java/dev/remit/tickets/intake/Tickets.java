package dev.remit.tickets.intake;

import dev.remit.kit.problem.Problem;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityGraph;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Timeouts;

/** The tickets of the current tenant. */
@ApplicationScoped
public class Tickets implements PanacheRepositoryBase<Ticket, UUID> {
    private static final String RUNNING = "(t.lookAt is not null or t.openClocks > 0)";

    /** @throws Problem not-found */
    public Ticket require(UUID id) {
        return find("id", id).firstResultOptional().orElseThrow(Problem::notFound);
    }

    /** Of those that there are, their ids. */
    public Map<SourceKey, UUID> idsReferredTo(Collection<SourceKey> keys) {
        return SourceKeys.ids(getEntityManager(), "Ticket", keys);
    }

    public Optional<Ticket> referredTo(UUID connectionId, String externalId) {
        return byReference(connectionId, externalId).firstResultOptional();
    }

    /** The ticket with its row locked to the end of the transaction. */
    public Optional<Ticket> lockReferredTo(UUID connectionId, String externalId) {
        return byReference(connectionId, externalId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /**
     * The ticket with its row locked to the end of the transaction.
     *
     * @throws Problem not-found
     */
    public Ticket requireLocked(UUID id) {
        return find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(Problem::notFound);
    }

    /** The ticket locked, or empty where somebody else is at it. */
    public Optional<Ticket> lockUnlessTaken(UUID id) {
        return lockThoseFree(List.of(id)).stream().findFirst();
    }

    /** Those of some that nobody else is at, locked, with what their sources say of them. */
    public List<Ticket> lockThoseFree(List<UUID> ids) {
        EntityGraph<Ticket> withFacts = getEntityManager().createEntityGraph(Ticket.class);
        withFacts.addAttributeNodes("facts", "saidBy");
        return find("id in ?1", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                .withHint("jakarta.persistence.loadgraph", withFacts)
                .list();
    }

    public boolean exists(UUID id) {
        return count("id", id) > 0;
    }

    /** Those whose clocks run or stand still, in the order of ids. */
    public List<UUID> idsRunning(Optional<UUID> after, int limit) {
        return ids(RUNNING, Map.of(), after, limit);
    }

    /** A client's whose clocks run or stand still, in the order of ids. */
    public List<UUID> idsRunning(UUID clientId, Optional<UUID> after, int limit) {
        return ids("clientId = :about and " + RUNNING, Map.of("about", clientId), after, limit);
    }

    /**
     * A client's whose clocks run or stand still, or that were created on a local date or later, in the order of ids.
     *
     * @param first in the zone of each
     */
    public List<UUID> idsRunningOrCreatedSince(UUID clientId, LocalDate first, Optional<UUID> after, int limit) {
        return ids(
                "clientId = :about and (" + RUNNING + " or t.createdAt >= :since)",
                Map.of("about", clientId, "since", earliest(first)),
                after,
                limit);
    }

    /** A client's that may have been created from one local date until before another, in the order of ids. */
    public List<Ticket> createdBetween(UUID clientId, LocalDate first, LocalDate end, Optional<UUID> after, int limit) {
        Parameters parameters = Parameters.with("client", clientId)
                .and("first", earliest(first))
                .and("end", end.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        String where = "clientId = :client and createdAt >= :first and createdAt < :end";
        after.ifPresent(id -> parameters.and("after", id));
        return find(where + (after.isPresent() ? " and id > :after" : "") + " order by id", parameters)
                .page(0, limit)
                .list();
    }

    /** When a date begins in the zone where it does so first. */
    private static Instant earliest(LocalDate date) {
        return date.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Those that await what is named, as {@link AwaitedKeys} has it, in the order of ids. */
    public List<UUID> idsAwaiting(String awaited, Optional<UUID> after, int limit) {
        return ids("awaited = :about", Map.of("about", awaited), after, limit);
    }

    /** Those with a provisional ruling that run, or on whose work an agreement said nothing, in the order of ids. */
    public List<UUID> idsToRecognise(Optional<UUID> after, int limit) {
        return ids(
                "exists (select 1 from WorkItem w where w.ticketId = t.id and w.freezeCause is null"
                        + " and w.rulingId is not null and (w.verdict = SILENT or " + RUNNING + "))",
                Map.of(),
                after,
                limit);
    }

    private List<UUID> ids(String which, Map<String, ?> named, Optional<UUID> after, int limit) {
        var query = getEntityManager()
                .createQuery(
                        "select t.id from Ticket t where " + which + (after.isPresent() ? " and t.id > :after" : "")
                                + " order by t.id",
                        UUID.class)
                .setMaxResults(limit);
        named.forEach(query::setParameter);
        after.ifPresent(id -> query.setParameter("after", id));
        return query.getResultList();
    }

    private PanacheQuery<Ticket> byReference(UUID connectionId, String externalId) {
        return find("connectionId = ?1 and externalId = ?2", connectionId, externalId);
    }
}
