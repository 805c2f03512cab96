package dev.remit.billing.extras;

import dev.remit.billing.books.CutOffs.Locked;
import dev.remit.engines.ledger.Origin;
import dev.remit.engines.money.Money;
import dev.remit.engines.money.Sums;
import dev.remit.kit.http.Cursor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The lines of the current tenant. */
@ApplicationScoped
class Extras implements PanacheRepositoryBase<Extra, UUID> {
    /** Open lines with something to bill, of work through a date, that stood when the cut-off was made: ids only grow. */
    static final String TO_LOCK =
            "position is null and status = 'OPEN' and figures.billedMinor <> 0 and basis.workDate <= :through"
                    + " and id < :made";

    private static final String IN_ORDER_OF_WORK =
            " order by basis.workDate, basis.workStartedAt, timeEntryId, figures.lineNumber, origin, id";

    /** Published lines that are in no batch; what finance has acknowledged from the feed is booked already. */
    static final String TO_EXPORT = "position is not null and batchNumber is null and acknowledgedAt is null";

    /** Published lines up to a position that finance has not acknowledged. */
    static final String TO_ACKNOWLEDGE = "position <= :last and acknowledgedAt is null";

    /** Those of a batch. */
    static final String TO_ACKNOWLEDGE_OF_BATCH = "batchNumber = :number and acknowledgedAt is null";

    /** Entries with unpublished lines. */
    Set<UUID> entriesUnpublished(UUID clientId) {
        return entriesWith("position is null", clientId, Map.of());
    }

    /** Those with lines under the caps of some work items. */
    Set<UUID> entriesUnpublished(UUID clientId, Set<UUID> workItems) {
        return entriesWith("basis.workItemId in :items and position is null", clientId, Map.of("items", workItems));
    }

    /** Of these, those that are not at rest. */
    Set<UUID> entriesMoving(UUID clientId, Set<UUID> workItems) {
        return entriesWith(
                "basis.workItemId in :items and position is null and not resting",
                clientId,
                Map.of("items", workItems));
    }

    /** Entries of some work items of which further room would bill more. */
    Set<UUID> entriesWaiting(UUID clientId, Set<UUID> workItems) {
        return entriesWith("basis.workItemId in :items and waiting", clientId, Map.of("items", workItems));
    }

    private Set<UUID> entriesWith(String which, UUID clientId, Map<String, Object> values) {
        var query = getEntityManager()
                .createQuery("select distinct timeEntryId from Extra where clientId = :client and " + which, UUID.class)
                .setParameter("client", clientId);
        values.forEach(query::setParameter);
        return Set.copyOf(query.getResultList());
    }

    /** Those of some entries that have no unpublished line in any book. */
    Set<UUID> withoutUnpublished(Set<UUID> entryIds) {
        if (entryIds.isEmpty()) {
            return Set.of();
        }
        Set<UUID> without = new HashSet<>(entryIds);
        getEntityManager()
                .createQuery(
                        "select distinct timeEntryId from Extra where timeEntryId in ?1 and position is null",
                        UUID.class)
                .setParameter(1, entryIds)
                .getResultList()
                .forEach(without::remove);
        return without;
    }

    /** What unpublished lines of a work item bill, and what more they would bill without a cap, in minor units. */
    long underCap(UUID clientId, UUID workItemId, String currency) {
        return getEntityManager()
                .createQuery(
                        "select coalesce(sum(figures.billedMinor + figures.overCapMinor), 0) from Extra where clientId = ?1"
                                + " and basis.workItemId = ?2 and position is null and figures.currency = ?3",
                        Long.class)
                .setParameter(1, clientId)
                .setParameter(2, workItemId)
                .setParameter(3, currency)
                .getSingleResult();
    }

    /** A work item's held lines, in the order of the work. */
    List<Extra> heldOf(UUID clientId, UUID workItemId) {
        return list(
                "clientId = ?1 and basis.workItemId = ?2 and position is null and status = ?3 and origin = ?4"
                        + " order by basis.workStartedAt, timeEntryId, figures.lineNumber",
                clientId,
                workItemId,
                ExtraStatus.HELD,
                Origin.RATED);
    }

    /** A client's lines of some entries, published and not. */
    List<Extra> ofEntries(UUID clientId, Set<UUID> entryIds) {
        return entryIds.isEmpty() ? List.of() : list("clientId = ?1 and timeEntryId in ?2", clientId, entryIds);
    }

    /** The clients, or the one client, with lines that fit. */
    List<UUID> clientsWith(String which, Optional<UUID> client, Map<String, Object> values) {
        var query = getEntityManager()
                .createQuery(
                        "select distinct e.clientId from Extra e where " + which
                                + (client.isPresent() ? " and e.clientId = :client" : ""),
                        UUID.class);
        values.forEach(query::setParameter);
        client.ifPresent(id -> query.setParameter("client", id));
        return query.getResultList();
    }

    /** The next published lines that fit, of clients whose books are open, by position. */
    List<Extra> published(String which, Set<UUID> clientIds, Map<String, Object> values, long after, int limit) {
        if (clientIds.isEmpty()) {
            return List.of();
        }
        Map<String, Object> all = new HashMap<>(values);
        all.put("clients", clientIds);
        all.put("after", after);
        return find(which + " and position > :after and clientId in :clients order by position", all)
                .range(0, limit - 1)
                .list();
    }

    /** Writes lines and lets go of them, so that a long transaction does not keep all that it has changed. */
    void release(List<Extra> lines) {
        flush();
        lines.forEach(getEntityManager()::detach);
    }

    /** The clients of the next lines that fit, in the order of the work. */
    Set<UUID> clientsOfNext(String which, Optional<UUID> client, Map<String, Object> values, int limit) {
        var query = getEntityManager()
                .createQuery(
                        "select clientId from Extra where " + which
                                + (client.isPresent() ? " and clientId = :client" : "") + IN_ORDER_OF_WORK,
                        UUID.class)
                .setMaxResults(limit);
        values.forEach(query::setParameter);
        client.ifPresent(id -> query.setParameter("client", id));
        return Set.copyOf(query.getResultList());
    }

    /** The next lines that fit, of clients whose books are open; the last entry's lines are all among them. */
    List<Extra> next(String which, Set<UUID> clientIds, Map<String, Object> values, int limit) {
        if (clientIds.isEmpty()) {
            return List.of();
        }
        Map<String, Object> all = new HashMap<>(values);
        all.put("clients", clientIds);
        String query = which + " and clientId in :clients";
        List<Extra> lines =
                find(query + IN_ORDER_OF_WORK, all).range(0, limit - 1).list();
        if (lines.size() < limit) {
            return lines;
        }
        List<Extra> whole = new ArrayList<>(lines);
        all.put("entry", lines.getLast().timeEntryId());
        list(query + " and timeEntryId = :entry" + IN_ORDER_OF_WORK, all).stream()
                .filter(line -> !lines.contains(line))
                .forEach(whole::add);
        return whole;
    }

    /** How many lines a cut-off would lock now, and what they bill. */
    Locked toLock(LocalDate through, Optional<UUID> client) {
        var query = getEntityManager()
                .createQuery(
                        "select figures.currency, count(*), sum(figures.billedMinor) from Extra where " + TO_LOCK
                                + (client.isPresent() ? " and clientId = :client" : "") + " group by figures.currency",
                        Object[].class)
                .setParameter("through", through)
                .setParameter("made", new UUID(-1, -1));
        client.ifPresent(id -> query.setParameter("client", id));
        int lines = 0;
        List<Money> billed = new ArrayList<>();
        for (Object[] sum : query.getResultList()) {
            lines += ((Long) sum[1]).intValue();
            billed.add(Money.of((Long) sum[2], (String) sum[0]));
        }
        return new Locked(lines, null, null, Sums.of(billed.stream()));
    }

    /** Lines by start of the work, then entry, line number and id. */
    List<Extra> inOrder(ExtraFilter filter, Optional<UUID> client, Optional<Cursor> after, int limit) {
        StringBuilder query = new StringBuilder("1 = 1");
        Map<String, Object> values = new HashMap<>();
        client.ifPresent(id -> filter(query, values, " and clientId = :client", "client", id));
        if (filter.status == null) {
            filter(query, values, " and status <> :included", "included", ExtraStatus.INCLUDED);
        } else {
            filter(query, values, " and status = :status", "status", filter.status);
        }
        Optional.ofNullable(filter.ticketId)
                .ifPresent(id -> filter(query, values, " and basis.ticketId = :ticket", "ticket", id));
        after.ifPresent(cursor -> {
            values.put("start", cursor.instant(0));
            values.put("entry", cursor.uuid(1));
            values.put("number", cursor.integer(2));
            values.put("id", cursor.uuid(3));
            query.append(" and basis.workStartedAt >= :start and (basis.workStartedAt > :start or timeEntryId > :entry"
                    + " or (timeEntryId = :entry and (figures.lineNumber > :number"
                    + " or (figures.lineNumber = :number and id > :id))))");
        });
        return find(query + " order by basis.workStartedAt, timeEntryId, figures.lineNumber, id", values)
                .range(0, limit - 1)
                .list();
    }

    private static void filter(
            StringBuilder query, Map<String, Object> values, String condition, String name, Object value) {
        query.append(condition);
        values.put(name, value);
    }
}
