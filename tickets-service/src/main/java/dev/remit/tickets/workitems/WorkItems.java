package dev.remit.tickets.workitems;

import dev.remit.engines.scope.Verdict;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.sql.ReadOnce;
import dev.remit.kit.time.TenantClock;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The work items of the current tenant's tickets. */
@ApplicationScoped
public class WorkItems implements PanacheRepositoryBase<WorkItem, UUID> {
    private final Ids ids;
    private final TenantClock clock;
    private final ReadOnce once;

    WorkItems(Ids ids, TenantClock clock, ReadOnce once) {
        this.ids = ids;
        this.clock = clock;
        this.once = once;
    }

    private record OfTicket(UUID ticketId) implements ReadOnce.Question {}

    /** The one that every ticket starts with. */
    public WorkItem first(UUID ticketId) {
        return add(ticketId, 1, null, null);
    }

    /**
     * A further one.
     *
     * @param title what was asked for
     * @param item the catalogue item that a person chose, or null
     */
    public WorkItem further(UUID ticketId, String title, String item) {
        return add(ticketId, of(ticketId).size() + 1, title, item);
    }

    private WorkItem add(UUID ticketId, int number, String title, String item) {
        WorkItem workItem = new WorkItem(ids.next(), ticketId, number, title, item, clock.now());
        persist(workItem);
        once.forget(new OfTicket(ticketId));
        return workItem;
    }

    /** A ticket's, in the order they were asked for. */
    public List<WorkItem> of(UUID ticketId) {
        return once.get(new OfTicket(ticketId), () -> list("ticketId = ?1 order by number", ticketId));
    }

    /** Reads at once those of some tickets. */
    public void recall(List<UUID> ticketIds) {
        Map<UUID, List<WorkItem>> all = ofAll(ticketIds);
        ticketIds.forEach(id -> once.keep(new OfTicket(id), all.getOrDefault(id, List.of())));
    }

    /** Those of several tickets, each ticket's in the order they were asked for. */
    public Map<UUID, List<WorkItem>> ofAll(List<UUID> ticketIds) {
        return list("ticketId in ?1 order by number", ticketIds).stream()
                .collect(Collectors.groupingBy(WorkItem::ticketId));
    }

    /** Tickets with a work item of that verdict, in no order; empty where it has more work items than so many. */
    public Optional<Set<UUID>> ticketsOf(Verdict verdict, int most) {
        List<UUID> tickets = getEntityManager()
                .createQuery("select ticketId from WorkItem where verdict = :verdict", UUID.class)
                .setParameter("verdict", verdict)
                .setMaxResults(most + 1)
                .getResultList();
        return tickets.size() > most ? Optional.empty() : Optional.of(Set.copyOf(tickets));
    }

    /** Those of some tickets that have a work item of that verdict. */
    public Set<UUID> ruled(Verdict verdict, List<UUID> ticketIds) {
        return Set.copyOf(getEntityManager()
                .createQuery(
                        "select ticketId from WorkItem where ticketId in :tickets and verdict = :verdict", UUID.class)
                .setParameter("tickets", ticketIds)
                .setParameter("verdict", verdict)
                .getResultList());
    }

    /** @throws Problem not-found, also for one of another ticket */
    public WorkItem require(UUID ticketId, UUID id) {
        return find("id = ?1 and ticketId = ?2", id, ticketId)
                .firstResultOptional()
                .orElseThrow(Problem::notFound);
    }
}
