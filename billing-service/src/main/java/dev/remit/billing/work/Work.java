package dev.remit.billing.work;

import dev.remit.engines.ledger.WorkEntry;
import dev.remit.engines.rating.TripDay;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Rulings and time entries of the current tenant. A client's book is open whenever they change. */
@ApplicationScoped
public class Work {
    private final WorkItemRows workItems;
    private final TimeEntryRows entries;
    private final TicketRows tickets;

    Work(WorkItemRows workItems, TimeEntryRows entries, TicketRows tickets) {
        this.workItems = workItems;
        this.entries = entries;
        this.tickets = tickets;
    }

    /** An entry, and when it became known as it stands. */
    public record KnownEntry(UUID id, Entry entry, Instant knownAt) {

        /** What the ledger needs of it. */
        public WorkEntry forLedger() {
            return entry.forLedger(id, knownAt);
        }
    }

    /**
     * Takes over a ruling unless a later one of the work item is known; says whether anything changed. A ruling is told
     * again under its own sequence when it becomes final.
     */
    public boolean learn(UUID workItemId, Ruling ruling) {
        WorkItem known = workItems.findById(workItemId);
        if (known == null) {
            workItems.persist(new WorkItem(workItemId, ruling));
            unsettle(workItemId);
        } else if (known.isNews(ruling)) {
            if (known.become(ruling)) {
                unsettle(workItemId);
            }
        } else {
            return false;
        }
        return true;
    }

    /** Takes over an entry's state unless a later one is known; says whether it did. */
    public boolean learn(UUID entryId, Entry entry, Instant knownAt) {
        TimeEntry known = entries.findById(entryId);
        if (known == null) {
            entries.persist(new TimeEntry(entryId, entry, knownAt));
        } else if (known.isOlderThan(entry)) {
            known.become(entry, knownAt);
        } else {
            return false;
        }
        return true;
    }

    /** Takes over whether a ticket was called off; says whether that is news. One that nobody told of was not. */
    public boolean learn(UUID ticketId, boolean calledOff) {
        TicketState known = tickets.findById(ticketId);
        if (known == null) {
            tickets.persist(new TicketState(ticketId, calledOff));
            return calledOff;
        }
        return known.become(calledOff);
    }

    /** Whether a ticket was cancelled or deleted, or turned out to be none. */
    public boolean isCalledOff(UUID ticketId) {
        return tickets.findByIdOptional(ticketId)
                .filter(TicketState::isCalledOff)
                .isPresent();
    }

    /** The rulings of a ticket's work items. */
    public Map<UUID, Ruling> rulingsOf(UUID ticketId) {
        return workItems.list("ruling.ticketId", ticketId).stream()
                .collect(Collectors.toMap(WorkItem::id, WorkItem::ruling));
    }

    public Optional<Ruling> ruling(UUID workItemId) {
        return workItems.findByIdOptional(workItemId).map(WorkItem::ruling);
    }

    public Map<UUID, Ruling> rulings(Collection<UUID> workItemIds) {
        return workItemIds.isEmpty()
                ? Map.of()
                : workItems.list("id in ?1", Set.copyOf(workItemIds)).stream()
                        .collect(Collectors.toMap(WorkItem::id, WorkItem::ruling));
    }

    /** Notes whether a work item waits for its client or document to be known before it can be quoted. */
    public void awaitsQuote(UUID workItemId, boolean awaits) {
        workItems.findById(workItemId).awaitQuote(awaits);
    }

    /** The next of a client's work items that could not be quoted, by id. */
    public List<UUID> awaitingQuote(UUID clientId, UUID after, int limit) {
        return workItems
                .find("ruling.clientId = ?1 and awaitsQuote and id > ?2 order by id", clientId, after)
                .range(0, limit - 1)
                .stream()
                .map(WorkItem::id)
                .toList();
    }

    public Optional<KnownEntry> entry(UUID entryId) {
        return entries.findByIdOptional(entryId).map(TimeEntry::known);
    }

    public List<KnownEntry> entries(Collection<UUID> entryIds) {
        return entryIds.isEmpty()
                ? List.of()
                : entries.list("id in ?1", Set.copyOf(entryIds)).stream()
                        .map(TimeEntry::known)
                        .toList();
    }

    /** A client's entries that have anything unpublished or waiting, or may come to have it. */
    public List<KnownEntry> unsettled(UUID clientId) {
        return unsettled(clientId, "1 = ?2", 1);
    }

    /** Those of some work items. */
    public List<KnownEntry> unsettledOfWorkItems(UUID clientId, Set<UUID> workItemIds) {
        return unsettled(clientId, "entry.workItemId in ?2", workItemIds);
    }

    /** A client's entries of some work items, settled or not. */
    public List<KnownEntry> ofWorkItems(UUID clientId, Set<UUID> workItemIds) {
        return entries.list("entry.clientId = ?1 and entry.workItemId in ?2", clientId, workItemIds).stream()
                .map(TimeEntry::known)
                .toList();
    }

    /** A client's entries of the work of some local dates, settled or not. */
    public List<KnownEntry> ofDates(UUID clientId, LocalDate first, LocalDate end) {
        return entries.list("entry.clientId = ?1 and workDate >= ?2 and workDate < ?3", clientId, first, end).stream()
                .map(TimeEntry::known)
                .toList();
    }

    /** Of some entries those that have anything unpublished or waiting, or may come to have it. */
    public List<KnownEntry> unsettled(UUID clientId, Set<UUID> entryIds) {
        return entryIds.isEmpty() ? List.of() : unsettled(clientId, "id in ?2", entryIds);
    }

    /** Those of some tickets. */
    public List<KnownEntry> unsettledOfTickets(UUID clientId, Set<UUID> ticketIds) {
        return unsettled(clientId, "entry.ticketId in ?2", ticketIds);
    }

    private List<KnownEntry> unsettled(UUID clientId, String which, Object value) {
        return entries.list("entry.clientId = ?1 and " + which + " and not settled", clientId, value).stream()
                .map(TimeEntry::known)
                .toList();
    }

    /** A client's entries of some visits, settled or not. */
    public List<KnownEntry> ofVisits(UUID clientId, Set<TripDay> visits) {
        return entries
                .list(
                        "entry.clientId = ?1 and workDate in ?2 and entry.technicianId in ?3 and entry.siteCode in ?4",
                        clientId,
                        each(visits, TripDay::date),
                        each(visits, TripDay::technician),
                        each(visits, TripDay::site))
                .stream()
                .filter(row -> row.isOf(visits))
                .map(TimeEntry::known)
                .toList();
    }

    private static <T> Set<T> each(Set<TripDay> visits, Function<TripDay, T> part) {
        return visits.stream().map(part).collect(Collectors.toSet());
    }

    /** From here on these entries are at rest, until they or their ruling change. */
    public void settle(Collection<UUID> entryIds) {
        if (!entryIds.isEmpty()) {
            entries.update("settled = true where id in ?1 and not settled", Set.copyOf(entryIds));
        }
    }

    /** These entries are not at rest. */
    public void unsettle(Collection<UUID> entryIds) {
        if (!entryIds.isEmpty()) {
            entries.update("settled = false where id in ?1 and settled", Set.copyOf(entryIds));
        }
    }

    private void unsettle(UUID workItemId) {
        entries.update("settled = false where entry.workItemId = ?1 and settled", workItemId);
    }

    @ApplicationScoped
    static class WorkItemRows implements PanacheRepositoryBase<WorkItem, UUID> {}

    @ApplicationScoped
    static class TicketRows implements PanacheRepositoryBase<TicketState, UUID> {}

    @ApplicationScoped
    static class TimeEntryRows implements PanacheRepositoryBase<TimeEntry, UUID> {}
}
