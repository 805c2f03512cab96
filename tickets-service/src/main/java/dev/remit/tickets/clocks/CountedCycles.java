package dev.remit.tickets.clocks;

import dev.remit.engines.compliance.ClockResult;
import dev.remit.engines.compliance.LeftOut;
import dev.remit.engines.sla.ClockKind;
import dev.remit.kit.http.Cursor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The runs of the current tenant's clocks that count in compliance. */
@ApplicationScoped
public class CountedCycles implements PanacheRepositoryBase<CountedCycle, UUID> {
    private static final String PLACE = "c.clientId, c.agreementId, c.priority, c.clock, ";
    private static final String MONTH = "year(c.countedOn), month(c.countedOn)";

    /**
     * Which are counted.
     *
     * @param clientId null for all clients, as the next two for all priorities and clocks
     */
    public record Which(LocalDate from, LocalDate to, UUID clientId, String priority, ClockKind clock) {
        void addTo(StringBuilder where, Parameters parameters) {
            where.append("c.countedOn >= :from and c.countedOn <= :to");
            parameters.and("from", from).and("to", to);
            add(where, parameters, "clientId", clientId);
            add(where, parameters, "priority", priority);
            add(where, parameters, "clock", clock);
        }

        private static void add(StringBuilder where, Parameters parameters, String member, Object value) {
            if (value != null) {
                where.append(" and c." + member + " = :" + member);
                parameters.and(member, value);
            }
        }
    }

    /**
     * How many of a month came out in one way.
     *
     * @param leftOut null unless they are left out
     */
    public record Number(
            UUID clientId,
            UUID agreementId,
            String priority,
            ClockKind clock,
            ClockResult result,
            LeftOut leftOut,
            int year,
            int month,
            long number) {}

    /** How many late ones of a month were excused for a reason. */
    public record Excused(
            UUID clientId,
            UUID agreementId,
            String priority,
            ClockKind clock,
            ExcuseReason reason,
            int year,
            int month,
            long number) {}

    /** What is stored of a ticket's. */
    List<CountedCycle> ofTicket(UUID ticketId) {
        return list("ticketId", ticketId);
    }

    /** How many came out how, counted by an index that holds all that is asked for. */
    public List<Number> numbers(Which which) {
        return counted(
                "select " + PLACE + "c.result, c.leftOut, " + MONTH + ", count(*) from CountedCycle c where ",
                which,
                " group by " + PLACE + "c.result, c.leftOut, " + MONTH,
                Number.class);
    }

    /** How many of those that were late are excused. */
    public List<Excused> excused(Which which) {
        return counted(
                "select " + PLACE + "e.reason, " + MONTH + ", count(*) from CountedCycle c join BreachExcuse e"
                        + " on e.ticketId = c.ticketId and e.clock = c.clock and e.cycle = c.cycle"
                        + " where e.withdrawnAt is null and c.result = 'BREACHED' and ",
                which,
                " group by " + PLACE + "e.reason, " + MONTH,
                Excused.class);
    }

    private <T> List<T> counted(String select, Which which, String group, Class<T> into) {
        StringBuilder query = new StringBuilder(select);
        Parameters parameters = new Parameters();
        which.addTo(query, parameters);
        TypedQuery<T> counted = getEntityManager().createQuery(query + group, into);
        parameters.map().forEach(counted::setParameter);
        return counted.getResultList();
    }

    /**
     * Some of them by their dates.
     *
     * @param result only those that came out so; all if empty
     */
    public List<CountedCycle> page(Which which, Optional<ClockResult> result, Optional<Cursor> after, int limit) {
        StringBuilder where = new StringBuilder("from CountedCycle c where ");
        Parameters parameters = new Parameters();
        which.addTo(where, parameters);
        result.ifPresent(wanted -> {
            where.append(" and c.result = :result");
            parameters.and("result", wanted);
        });
        after.ifPresent(place -> {
            where.append(" and (c.countedOn > :afterOn or (c.countedOn = :afterOn and c.id > :afterId))");
            parameters.and("afterOn", place.date(0)).and("afterId", place.uuid(1));
        });
        return find(where + " order by c.countedOn, c.id", parameters)
                .page(0, limit + 1)
                .list();
    }

    /** The places of the list that {@link #page} gives. */
    public static Cursor cursor(CountedCycle after) {
        return Cursor.after(after.countedOn(), after.id());
    }
}
