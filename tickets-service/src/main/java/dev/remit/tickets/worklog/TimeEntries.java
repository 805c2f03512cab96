package dev.remit.tickets.worklog;

import dev.remit.kit.http.Cursor;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.sql.ReadOnce;
import dev.remit.psa.TimeEntryFacts;
import dev.remit.tickets.TimeOrderedRows;
import dev.remit.tickets.intake.SourceKey;
import dev.remit.tickets.intake.SourceKeys;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The time entries of the current tenant. */
@ApplicationScoped
public class TimeEntries implements PanacheRepositoryBase<TimeEntry, UUID> {
    private final ReadOnce once;

    TimeEntries(ReadOnce once) {
        this.once = once;
    }

    /** Of those that there are, their ids. */
    public Map<SourceKey, UUID> idsReferredTo(Collection<SourceKey> keys) {
        return SourceKeys.ids(getEntityManager(), "TimeEntry", keys);
    }

    /** The entry that the source calls by the key, locked. */
    public Optional<TimeEntry> lockReferredTo(UUID connectionId, String externalId) {
        return find("connectionId = ?1 and externalId = ?2", connectionId, externalId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /**
     * Those that name the ticket, attached to it or not yet, and changed since they were settled or were settled under
     * other circumstances; locked.
     */
    List<TimeEntry> lockUnsettled(UUID connectionId, String ticketExternalId, String circumstances) {
        if (!maybeNamed(connectionId, ticketExternalId)) {
            return List.of();
        }
        return find(
                        "connectionId = ?1 and ticketExternalId = ?2 and (settledUnder is null or settledUnder < ?3"
                                + " or settledUnder > ?3) order by externalId",
                        connectionId,
                        ticketExternalId,
                        circumstances)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    private record AnyNaming(SourceKey ticket) implements ReadOnce.Question {}

    /** Reads at once whether any name some tickets. */
    public void recall(Set<SourceKey> tickets) {
        Set<SourceKey> named = Set.copyOf(getEntityManager()
                .createQuery(
                        "select distinct connectionId, ticketExternalId from TimeEntry where connectionId in :connections"
                                + " and ticketExternalId in :keys",
                        SourceKey.class)
                .setParameter(
                        "connections",
                        tickets.stream().map(SourceKey::connectionId).distinct().toList())
                .setParameter(
                        "keys", tickets.stream().map(SourceKey::externalId).toList())
                .getResultList());
        tickets.forEach(ticket -> once.keep(new AnyNaming(ticket), named.contains(ticket)));
    }

    private boolean maybeNamed(UUID connectionId, String ticketExternalId) {
        return once.<Boolean>known(new AnyNaming(new SourceKey(connectionId, ticketExternalId)))
                .orElse(true);
    }

    /** Those that other services know as work on the ticket though it is not theirs any more, locked. */
    List<TimeEntry> lockMovedFrom(UUID ticketId) {
        return find("sentTicketId = ?1 and (ticketId is null or ticketId <> ?1) order by externalId", ticketId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** A page of a ticket's in order of their start; at most one more than the limit. */
    List<TimeEntry> page(UUID ticketId, Optional<Cursor> after, int limit) {
        String order = " order by startedAt, externalId, id";
        return after.map(cursor -> behind(ticketId, cursor, order))
                .orElseGet(() -> find("ticketId = ?1" + order, ticketId))
                .page(0, limit + 1)
                .list();
    }

    /** Those without a start come first. */
    private PanacheQuery<TimeEntry> behind(UUID ticketId, Cursor cursor, String order) {
        String later = "(externalId > ?2 or (externalId = ?2 and id > ?3))";
        return cursor.string(0).isEmpty()
                ? find(
                        "ticketId = ?1 and (startedAt is not null or " + later + ")" + order,
                        ticketId,
                        cursor.string(1),
                        cursor.uuid(2))
                : find(
                        "ticketId = ?1 and (startedAt > ?4 or (startedAt = ?4 and " + later + "))" + order,
                        ticketId,
                        cursor.string(1),
                        cursor.uuid(2),
                        cursor.instant(0));
    }

    static Cursor after(TimeEntry entry) {
        Instant start = entry.startedAt();
        return Cursor.after(start == null ? "" : start, entry.externalId(), entry.id());
    }

    /** A settled ticket's from a moment on, by their place in its timeline. */
    public TimeOrderedRows<TimeEntry> from(UUID ticketId, Instant from, int limit) {
        return TimeOrderedRows.of(
                find("ticketId = ?1 and shownAt >= ?2 order by shownAt", ticketId, from)
                        .page(0, limit)
                        .list(),
                limit,
                TimeEntry::shownAt);
    }

    /** A ticket's in order of their start. */
    public List<TimeEntry> ofTicket(UUID ticketId) {
        return list("ticketId = ?1 order by startedAt, externalId", ticketId);
    }

    /** Whether anybody has worked on a work item. */
    public boolean anyOn(UUID workItemId) {
        return find("workItemId = ?1 and not deleted", workItemId)
                .page(0, 1)
                .firstResultOptional()
                .isPresent();
    }

    /** Another of the same technician that overlaps it; empty for one without times. */
    Optional<TimeEntry> atTheSameTime(TimeEntry entry) {
        TimeEntryFacts facts = entry.facts();
        if (facts.isHoursOnly()) {
            return Optional.empty();
        }
        return find(
                        "technicianId = ?1 and startedAt < ?2 and endedAt > ?3 and not deleted and id <> ?4"
                                + " order by startedAt",
                        facts.technician().id(),
                        facts.end(),
                        facts.start(),
                        entry.id())
                .firstResultOptional();
    }

    /** @throws Problem not-found */
    TimeEntry require(UUID id) {
        return find("id", id).firstResultOptional().orElseThrow(Problem::notFound);
    }
}
