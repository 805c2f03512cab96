package dev.remit.tickets.intake;

import dev.remit.engines.scope.Verdict;
import dev.remit.kit.http.Cursor;
import dev.remit.kit.time.TenantClock;
import dev.remit.tickets.workitems.WorkItems;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The current tenant's tickets in pages. Each page is read by an index that has the list's order, and looks at a bounded number
 * of tickets, however many are asked for in vain.
 *
 * <p>Whoever goes through tickets by due moment or share while these change would miss one that moves ahead of where they are. What
 * has changed since they began comes at the end, again: so each ticket comes at least once.
 */
@ApplicationScoped
public class TicketPages {
    /** So many tickets are found and sorted faster than a list is gone through for them. */
    private static final int FEW = 100;

    /** A page looks at no more tickets than that. */
    static final int MOST_LOOKED_AT = 1_000;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Tickets tickets;
    private final WorkItems workItems;
    private final TenantClock clock;

    TicketPages(Tickets tickets, WorkItems workItems, TenantClock clock) {
        this.tickets = tickets;
        this.workItems = workItems;
        this.clock = clock;
    }

    /**
     * Some tickets of a list.
     *
     * @param next where it goes on; empty at its end
     */
    public record Slice(List<Ticket> rows, Optional<Cursor> next) {}

    /** Where a list is gone on with: the sort key of the ticket before. */
    private record Place(Object key, UUID id) {
        static Place of(Ticket ticket, TicketOrder order) {
            return new Place(order.of(ticket), ticket.id());
        }
    }

    /** Some tickets, and where to go on; null at the end. */
    private record Stretch(List<Ticket> rows, Place next) {}

    /** How many parts the cursors of a list have. */
    public static int cursorParts(TicketOrder order) {
        return order.isOfOpenClocks() ? 4 : 2;
    }

    /** @param shown whether a ticket is one of those that are asked for, beside what the filter has an index for */
    public Slice slice(TicketFilter filter, Optional<Cursor> after, int limit, Predicate<Ticket> shown) {
        TicketOrder order = filter.order();
        if (!order.isOfOpenClocks()) {
            Optional<Place> place = after.map(cursor -> new Place(cursor.instant(0), cursor.uuid(1)));
            Stretch stretch = read(filter, order, place, limit, shown);
            return new Slice(
                    stretch.rows(),
                    Optional.ofNullable(stretch.next()).map(next -> Cursor.after(next.key(), next.id())));
        }
        Instant began = after.map(cursor -> cursor.instant(0)).orElseGet(clock::now);
        boolean changed = after.filter(cursor -> cursor.string(1).equals(TicketOrder.UPDATED.name()))
                .isPresent();
        TicketOrder by = changed ? TicketOrder.UPDATED : order;
        Stretch stretch = read(filter, by, after.map(cursor -> place(cursor, by)), limit, shown);
        Place next = stretch.next();
        if (next != null) {
            return new Slice(stretch.rows(), Optional.of(Cursor.after(began, by, next.key(), next.id())));
        }
        boolean mayHaveMissed = after.isPresent() && !changed;
        return new Slice(
                stretch.rows(),
                mayHaveMissed
                        ? Optional.of(Cursor.after(
                                began, TicketOrder.UPDATED, began.minus(TicketFilter.LONGEST_CHANGE), BEFORE_ALL))
                        : Optional.empty());
    }

    private static Place place(Cursor cursor, TicketOrder by) {
        Object key =
                switch (by) {
                    case UPDATED, DUE -> cursor.instant(2);
                    case PERCENT -> cursor.number(2);
                };
        return new Place(key, cursor.uuid(3));
    }

    private Stretch read(
            TicketFilter filter, TicketOrder by, Optional<Place> from, int limit, Predicate<Ticket> shown) {
        Optional<Set<UUID>> few = filter.verdict == null ? Optional.empty() : workItems.ticketsOf(filter.verdict, FEW);
        if (few.filter(Set::isEmpty).isPresent()) {
            return new Stretch(List.of(), null);
        }
        List<Ticket> found = new ArrayList<>();
        Optional<Place> place = from;
        int looked = 0;
        Optional<Verdict> verdict = few.isPresent() ? Optional.empty() : Optional.ofNullable(filter.verdict);
        while (true) {
            int size = Math.min(looked == 0 ? limit : MOST_LOOKED_AT - limit, MOST_LOOKED_AT - looked);
            List<Ticket> rows = rows(filter, by, few, place, size + 1);
            Set<UUID> ruledSo = verdict.isEmpty() || rows.isEmpty()
                    ? Set.of()
                    : workItems.ruled(
                            verdict.get(), rows.stream().map(Ticket::id).toList());
            for (Ticket row : rows.subList(0, Math.min(size, rows.size()))) {
                place = Optional.of(Place.of(row, by));
                if ((verdict.isEmpty() || ruledSo.contains(row.id())) && shown.test(row)) {
                    found.add(row);
                    if (found.size() == limit && row != rows.getLast()) {
                        return new Stretch(found, place.get());
                    }
                }
            }
            looked += size;
            if (rows.size() <= size) {
                return new Stretch(found, null);
            }
            if (looked >= MOST_LOOKED_AT || found.size() >= limit) {
                return new Stretch(found, place.get());
            }
        }
    }

    private List<Ticket> rows(
            TicketFilter filter, TicketOrder by, Optional<Set<UUID>> few, Optional<Place> after, int most) {
        StringBuilder where = new StringBuilder("from Ticket t where 1 = 1");
        Parameters parameters = new Parameters();
        filter.addTo(where, parameters, few, by, clock.now());
        after.ifPresent(place -> {
            String key = by.key();
            where.append(" and (" + key + " > :afterKey or (" + key + " = :afterKey and t.id > :afterId))");
            parameters.and("afterKey", place.key()).and("afterId", place.id());
        });
        return tickets.find(where + " order by " + by.key() + ", t.id", parameters)
                .page(0, most)
                .list();
    }
}
