package dev.remit.billing.extras;

import dev.remit.kit.http.Cursor;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenancy.Tenancy;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
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
    /** Open lines with something to bill, of work through a date. */
    static final String TO_LOCK =
            "position is null and status = 'OPEN' and figures.billedMinor <> 0 and grounds.workDate <= :through";

    /** Published lines that are in no batch; what finance has acknowledged from the feed is booked already. */
    static final String TO_EXPORT = "position is not null and batchNumber is null and acknowledgedAt is null";

    /** Published lines up to a position that finance has not acknowledged. */
    static final String TO_ACKNOWLEDGE = "position <= :last and acknowledgedAt is null";

    /** Those of a batch. */
    static final String TO_ACKNOWLEDGE_OF_BATCH = "batchNumber = :number and acknowledgedAt is null";

    private final Sql sql;
    private final Tenancy tenancy;

    Extras(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    List<Extra> unpublished(UUID clientId) {
        return list("clientId = ?1 and position is null", clientId);
    }

    List<Extra> publishedOf(UUID clientId, Collection<UUID> entryIds) {
        return entryIds.isEmpty()
                ? List.of()
                : list("clientId = ?1 and position is not null and timeEntryId in ?2", clientId, Set.copyOf(entryIds));
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

    /** Lines that fit, of clients whose books are open, in the order of the work. */
    List<Extra> of(String which, Set<UUID> clientIds, Map<String, Object> values) {
        if (clientIds.isEmpty()) {
            return List.of();
        }
        Map<String, Object> all = new HashMap<>(values);
        all.put("clients", clientIds);
        return list(
                which + " and clientId in :clients order by position, grounds.workDate, grounds.workStartedAt,"
                        + " timeEntryId, figures.lineNumber, origin, id",
                all);
    }

    /** Lines by start of the work, then entry, line number and id. */
    List<Extra> inOrder(
            Optional<UUID> client,
            Optional<ExtraStatus> status,
            Optional<UUID> ticket,
            Optional<Cursor> after,
            int limit) {
        StringBuilder query = new StringBuilder("1 = 1");
        Map<String, Object> values = new HashMap<>();
        client.ifPresent(id -> filter(query, values, " and clientId = :client", "client", id));
        status.ifPresent(s -> filter(query, values, " and status = :status", "status", s));
        ticket.ifPresent(id -> filter(query, values, " and grounds.ticketId = :ticket", "ticket", id));
        after.ifPresent(cursor -> {
            values.put("start", cursor.instant(0));
            values.put("entry", cursor.uuid(1));
            values.put("number", cursor.integer(2));
            values.put("id", cursor.uuid(3));
            query.append(" and (grounds.workStartedAt, timeEntryId, figures.lineNumber, id)"
                    + " > (:start, :entry, :number, :id)");
        });
        return find(query + " order by grounds.workStartedAt, timeEntryId, figures.lineNumber, id", values)
                .range(0, limit - 1)
                .list();
    }

    private static void filter(
            StringBuilder query, Map<String, Object> values, String condition, String name, Object value) {
        query.append(condition);
        values.put(name, value);
    }

    /** What published lines have billed, by work item. */
    Map<UUID, Long> billedMinor(UUID clientId, Collection<UUID> workItemIds) {
        Map<UUID, Long> billed = new HashMap<>();
        getEntityManager()
                .createQuery(
                        "select e.grounds.workItemId, sum(e.figures.billedMinor) from Extra e where e.clientId = ?1"
                                + " and e.position is not null and e.grounds.workItemId in ?2"
                                + " group by e.grounds.workItemId",
                        Object[].class)
                .setParameter(1, clientId)
                .setParameter(2, Set.copyOf(workItemIds))
                .getResultList()
                .forEach(row -> billed.put((UUID) row[0], (Long) row[1]));
        return billed;
    }

    /** The trips that published lines charge on some dates, but for those of some entries. */
    Set<TravelDay> carried(UUID clientId, Collection<LocalDate> dates, Set<UUID> butFor) {
        Set<TravelDay> carried = new HashSet<>();
        if (dates.isEmpty()) {
            return carried;
        }
        list(
                        "clientId = ?1 and position is not null and kind = ?2 and origin = ?3 and reversedBy is null"
                                + " and grounds.workDate in ?4",
                        clientId,
                        LineKind.TRAVEL,
                        Origin.RATED,
                        Set.copyOf(dates))
                .stream()
                .filter(line -> !butFor.contains(line.timeEntryId))
                .forEach(line -> carried.add(TravelDay.of(line.grounds)));
        return carried;
    }

    /** Adds a line's present state to what happened to it. */
    void journal(Extra line, Change what, String cause, Instant at) {
        sql.update(
                "INSERT INTO extra_event (tenant_id, client_id, extra_id, what, at, cause, status, held_reason, currency,"
                        + " amount_minor, billed_minor, over_cap_minor, position)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenancy.current(),
                line.clientId,
                line.id,
                what.name(),
                at,
                cause,
                line.status.name(),
                line.figures.heldReason() == null
                        ? null
                        : line.figures.heldReason().name(),
                line.figures.currency(),
                line.figures.amountMinor(),
                line.figures.billedMinor(),
                line.figures.overCapMinor(),
                line.position);
    }
}
