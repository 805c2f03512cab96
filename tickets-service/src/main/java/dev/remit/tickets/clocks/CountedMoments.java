package dev.remit.tickets.clocks;

import dev.remit.engines.reports.MomentKind;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The moments of the lives of the current tenant's tickets that are counted by their dates. */
@ApplicationScoped
public class CountedMoments implements PanacheRepositoryBase<CountedMoment, UUID> {
    private static final String IN_DATES =
            " and c.stands in (true, false) and c.countedOn >= :first and c.countedOn <= :last";
    private static final String OPEN = "c.kind = 'CREATED' and c.stands = true";

    /**
     * Of which dates.
     *
     * @param clientId null for all clients
     */
    public record Dates(LocalDate from, LocalDate to, UUID clientId) {}

    /**
     * How many tickets had a moment of a kind.
     *
     * @param takenBack how many of them had one that was taken back since: they went on after it
     */
    public record Number(UUID clientId, MomentKind kind, Long tickets, Long takenBack) {}

    /** Of a client's tickets of a priority, or of all, how many took up to so many seconds. */
    public record Times(UUID clientId, String priority, MomentKind kind, List<Long> numbers) {}

    /** The time that stands at a place among those of a client's tickets of a priority, or of all, when they are sorted. */
    public record Ranked(UUID clientId, String priority, MomentKind kind, Long seconds, Long place, Long of) {}

    /** Of a client's open tickets of a priority how many are younger than each age, and how many there are. */
    public record Ages(UUID clientId, String priority, List<Long> numbers) {}

    List<CountedMoment> ofTicket(UUID ticketId) {
        return list("ticketId", ticketId);
    }

    /** How many tickets had what in some dates. */
    public List<Number> numbers(Dates dates) {
        return query(
                        "select c.clientId, c.kind, count(distinct c.ticketId),"
                                + " count(distinct case when c.stands = false then c.ticketId else null end) from CountedMoment c"
                                + " where c.kind in ('CREATED', 'RESOLVED', 'CANCELLED', 'REOPENED')" + IN_DATES
                                + ofClient(dates.clientId())
                                + " group by c.clientId, c.kind",
                        parameters(dates),
                        Number.class)
                .getResultList();
    }

    /**
     * How many times lie in bands, by client, priority and kind.
     *
     * @param bounds of the bands but the last, rising
     */
    public List<Times> times(Dates dates, List<Long> bounds) {
        String bands = IntStream.range(0, bounds.size())
                .mapToObj(i -> ", sum(case when c.usedSeconds <= :bound" + i + " then 1 else 0 end)")
                .collect(Collectors.joining());
        Parameters parameters = parameters(dates);
        for (int i = 0; i < bounds.size(); i++) {
            parameters.and("bound" + i, bounds.get(i));
        }
        return query(
                        "select c.clientId, c.priority, c.kind, count(*)" + bands + " from CountedMoment c where "
                                + timed(dates) + " group by c.clientId, c.priority, c.kind",
                        parameters,
                        Object[].class)
                .getResultStream()
                .map(row -> new Times((UUID) row[0], (String) row[1], (MomentKind) row[2], bands(row, 3)))
                .toList();
    }

    /** From how many there are up to each bound, how many lie in each band. */
    private static List<Long> bands(Object[] row, int count) {
        List<Long> upTo = Arrays.stream(row, count + 1, row.length)
                .map(Long.class::cast)
                .collect(Collectors.toCollection(ArrayList::new));
        upTo.add((Long) row[count]);
        return IntStream.range(0, upTo.size())
                .mapToObj(i -> upTo.get(i) - (i == 0 ? 0 : upTo.get(i - 1)))
                .toList();
    }

    /**
     * The times at some percentiles, by client, priority and kind: the smallest that at least so many in a hundred do not exceed.
     *
     * @param percents the percentiles
     */
    public List<Ranked> ranked(Dates dates, List<Integer> percents) {
        return ranked(dates, percents, "c.clientId, c.priority, c.kind", "r.client, r.priority, r.kind", Ranked.class);
    }

    private <T> List<T> ranked(Dates dates, List<Integer> percents, String by, String shown, Class<T> into) {
        String places = percents.stream()
                .map(percent -> "(r.place * 100 >= r.number * " + percent + " and (r.place - 1) * 100 < r.number * "
                        + percent + ")")
                .collect(Collectors.joining(" or "));
        return query(
                        "select " + shown
                                + ", r.seconds, r.place, r.number from (select c.clientId as client, c.priority as priority,"
                                + " c.kind as kind, c.usedSeconds as seconds, row_number() over (partition by " + by
                                + " order by c.usedSeconds, c.id) as place, count(*) over (partition by " + by
                                + ") as number from CountedMoment c where " + timed(dates) + ") r where " + places,
                        parameters(dates),
                        into)
                .getResultList();
    }

    /** The same of all clients and priorities together. */
    public List<Ranked> rankedOfAll(Dates dates, List<Integer> percents) {
        return ranked(dates, percents, "c.kind", "r.kind", Object[].class).stream()
                .map(row -> new Ranked(null, null, (MomentKind) row[0], (Long) row[1], (Long) row[2], (Long) row[3]))
                .toList();
    }

    private static String timed(Dates dates) {
        return "c.kind in ('ANSWERED', 'RESOLVED') and c.stands = true and c.usedSeconds is not null"
                + " and c.countedOn >= :first and c.countedOn <= :last" + ofClient(dates.clientId());
    }

    /** The last reopenings of some dates. */
    public List<CountedMoment> reopenings(Dates dates, int most) {
        return find(
                        "from CountedMoment c where c.kind = 'REOPENED' and c.stands = true and c.countedOn >= :first and c.countedOn <= :last"
                                + ofClient(dates.clientId())
                                + " order by c.countedOn desc, c.happenedAt desc, c.ticketId desc",
                        parameters(dates))
                .page(0, most)
                .list();
    }

    /**
     * How many of the open tickets lie between ages.
     *
     * @param createdAfter the moments after which the younger ones were created, falling
     */
    public List<Ages> ages(UUID clientId, List<Instant> createdAfter) {
        String bands = IntStream.range(0, createdAfter.size())
                .mapToObj(i -> ", sum(case when c.happenedAt > :after" + i + " then 1 else 0 end)")
                .collect(Collectors.joining());
        Parameters parameters = parameters(clientId);
        for (int i = 0; i < createdAfter.size(); i++) {
            parameters.and("after" + i, createdAfter.get(i));
        }
        return query(
                        "select c.clientId, c.priority, count(*)" + bands + " from CountedMoment c where " + OPEN
                                + ofClient(clientId) + " group by c.clientId, c.priority",
                        parameters,
                        Object[].class)
                .getResultStream()
                .map(row -> new Ages((UUID) row[0], (String) row[1], bands(row, 2)))
                .toList();
    }

    /** The creations of the tickets that have been open for longest. */
    public List<CountedMoment> oldest(UUID clientId, int most) {
        return find(
                        "from CountedMoment c where " + OPEN + ofClient(clientId)
                                + " order by c.countedOn, c.happenedAt, c.ticketId",
                        parameters(clientId))
                .page(0, most)
                .list();
    }

    private <T> TypedQuery<T> query(String text, Parameters parameters, Class<T> into) {
        TypedQuery<T> query = getEntityManager().createQuery(text, into);
        parameters.map().forEach(query::setParameter);
        return query;
    }

    private static String ofClient(UUID clientId) {
        return clientId == null ? "" : " and c.clientId = :clientId";
    }

    private static Parameters parameters(UUID clientId) {
        Parameters parameters = new Parameters();
        return clientId == null ? parameters : parameters.and("clientId", clientId);
    }

    private static Parameters parameters(Dates dates) {
        return parameters(dates.clientId()).and("first", dates.from()).and("last", dates.to());
    }
}
