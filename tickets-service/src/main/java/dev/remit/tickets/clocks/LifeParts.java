package dev.remit.tickets.clocks;

import dev.remit.engines.calendar.CalendarText;
import dev.remit.engines.sla.Owner;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The parts of the lives of the current tenant's tickets. */
@ApplicationScoped
public class LifeParts implements PanacheRepositoryBase<LifePart, UUID> {
    private static final String OVER = "c.goesOn = false and c.month >= :first and c.month <= :last";
    private static final String GOES_ON = "c.goesOn = true and c.month <= :last";
    /** All of them, by which the indexes are sorted. */
    private static final String ANY_OWNER = "c.owner in ('CLIENT', 'VENDOR', 'APPROVAL', 'MSP') and ";

    private static final String WAITS = "sum(case when c.first = true or c.month <= :first then 1 else 0 end), ";

    /**
     * Of which months.
     *
     * @param from the first of the first month
     * @param to the first of the last month
     * @param clientId null for all clients
     */
    public record Months(LocalDate from, LocalDate to, UUID clientId) {}

    /**
     * What is over of an owner's time.
     *
     * @param waits how often it was that owner's time
     */
    public record Over(UUID clientId, Owner owner, String approver, Long waits, Long openSeconds, Long realSeconds) {}

    /**
     * What goes on of it in the same hours.
     *
     * @param parts how many
     */
    public record GoingOn(
            UUID clientId,
            Owner owner,
            String approver,
            String zone,
            String hoursHash,
            Long waits,
            Long parts,
            Long openSeconds,
            Long realSeconds) {}

    /** A client's and an owner's. */
    public record OfOwner(UUID clientId, Owner owner) {}

    /** A client's and an approver's. */
    public record OfApprover(UUID clientId, String approver) {}

    /**
     * A wait.
     *
     * @param lastedSeconds until its end, or that of its month; 0 for one that goes on
     */
    public record Wait(
            UUID ticketId, UUID clientId, Instant beganAt, String approver, Long lastedSeconds, String zone) {}

    List<LifePart> ofTicket(UUID ticketId) {
        return list("ticketId", ticketId);
    }

    CalendarText hours(String hash, UUID clientId, Owner owner) {
        return find("clientId = ?1 and owner = ?2 and goesOn = true and hoursHash = ?3", clientId, owner, hash)
                .firstResult()
                .hours();
    }

    /** What is over of the months' time. */
    public List<Over> over(Months months) {
        return grouped(
                "select c.clientId, c.owner, c.approver, " + WAITS + "sum(c.openSeconds), sum(c.realSeconds)",
                ANY_OWNER + OVER,
                months,
                "c.clientId, c.owner, c.approver",
                Over.class);
    }

    /** What began before the months and goes on. */
    public List<GoingOn> goingOnSinceBefore(Months months) {
        return goingOn(months, " and c.month < :first");
    }

    /** What began in them and goes on. */
    public List<GoingOn> goingOnSince(Months months) {
        return goingOn(months, " and c.month >= :first");
    }

    private List<GoingOn> goingOn(Months months, String since) {
        String group = "c.clientId, c.owner, c.approver, c.zone, c.hoursHash";
        return grouped(
                "select " + group + ", " + WAITS + "count(*), sum(c.openSeconds), sum(c.realSeconds)",
                ANY_OWNER + GOES_ON + since,
                months,
                group,
                GoingOn.class);
    }

    /** Of how many tickets any time lies in the months, by client. */
    public Map<UUID, Long> tickets(Months months) {
        return tickets(months, ANY_OWNER, "c.clientId").stream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
    }

    /** The same by client and owner. */
    public Map<OfOwner, Long> ticketsByOwner(Months months) {
        return tickets(months, ANY_OWNER, "c.clientId, c.owner").stream()
                .collect(Collectors.toMap(row -> new OfOwner((UUID) row[0], (Owner) row[1]), row -> (Long) row[2]));
    }

    /** The same of those that waited for decisions, by client and approver. */
    public Map<OfApprover, Long> ticketsByApprover(Months months) {
        return tickets(months, "c.owner = 'APPROVAL' and ", "c.clientId, c.approver").stream()
                .collect(Collectors.toMap(row -> new OfApprover((UUID) row[0], (String) row[1]), row -> (Long) row[2]));
    }

    private List<Object[]> tickets(Months months, String owners, String by) {
        return grouped(
                "select " + by + ", count(distinct c.ticketId)",
                owners + "((" + OVER + ") or (" + GOES_ON + "))",
                months,
                by,
                Object[].class);
    }

    /** The wait for an owner that lasted longest by its end, or by that of its last month among these. */
    public Optional<Wait> longestOver(Months months, Owner owner) {
        return first(OVER, months, owner, "c.lastedSeconds desc, c.beganAt, c.ticketId");
    }

    /** The wait for an owner that goes on and began first. */
    public Optional<Wait> longestGoingOn(Months months, Owner owner) {
        return first(GOES_ON, months, owner, "c.beganAt, c.ticketId");
    }

    private Optional<Wait> first(String which, Months months, Owner owner, String order) {
        Parameters parameters = new Parameters().and("owner", owner);
        TypedQuery<Wait> waits = getEntityManager()
                .createQuery(
                        "select c.ticketId, c.clientId, c.beganAt, c.approver, c.lastedSeconds, c.zone from LifePart c where "
                                + where(which, months, parameters) + " and c.owner = :owner order by " + order,
                        Wait.class);
        parameters.map().forEach(waits::setParameter);
        return waits.setMaxResults(1).getResultStream().findFirst();
    }

    /** The parts of one wait in months up to the last of some. */
    public List<LifePart> of(Wait wait, Owner owner, Months months) {
        return list(
                "ticketId = ?1 and beganAt = ?2 and owner = ?3 and approver = ?4 and month <= ?5",
                wait.ticketId(),
                wait.beganAt(),
                owner,
                wait.approver(),
                months.to());
    }

    private <T> List<T> grouped(String select, String which, Months months, String group, Class<T> into) {
        Parameters parameters = new Parameters();
        TypedQuery<T> query = getEntityManager()
                .createQuery(
                        select + " from LifePart c where " + where(which, months, parameters) + " group by " + group,
                        into);
        parameters.map().forEach(query::setParameter);
        return query.getResultList();
    }

    private static String where(String which, Months months, Parameters parameters) {
        String where = which;
        parameters.and("last", months.to());
        if (which.contains(":first")) {
            parameters.and("first", months.from());
        }
        if (months.clientId() != null) {
            where = "c.clientId = :clientId and " + where;
            parameters.and("clientId", months.clientId());
        }
        return where;
    }
}
