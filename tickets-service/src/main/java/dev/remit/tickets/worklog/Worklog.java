package dev.remit.tickets.worklog;

import dev.remit.engines.scope.Verdict;
import dev.remit.psa.DeletedFact;
import dev.remit.tickets.intake.Deletions;
import dev.remit.tickets.intake.Origin;
import dev.remit.tickets.intake.ReviewCause;
import dev.remit.tickets.intake.Reviews;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.workitems.WorkItem;
import dev.remit.tickets.workitems.WorkItems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Brings a ticket's time entries to their work items. */
@ApplicationScoped
public class Worklog {
    private final TimeEntries entries;
    private final WorkItems workItems;
    private final Deletions deletions;
    private final Reviews reviews;

    Worklog(TimeEntries entries, WorkItems workItems, Deletions deletions, Reviews reviews) {
        this.entries = entries;
        this.workItems = workItems;
        this.deletions = deletions;
        this.reviews = reviews;
    }

    /**
     * Attaches what has come for a ticket; the ticket is locked.
     *
     * @return the work items that somebody has worked on, in the order of the ticket
     */
    public List<WorkItem> attach(Ticket ticket) {
        List<WorkItem> items = workItems.of(ticket.id());
        Set<UUID> worked = new LinkedHashSet<>();
        for (TimeEntry entry : entries.lockForTicket(ticket.connectionId(), ticket.externalId())) {
            entry.attach(ticket.id());
            if (isGone(entry)) {
                entry.delete();
            }
            book(entry, items);
            entry.workItemId().filter(booked -> !entry.isDeleted()).ifPresent(worked::add);
        }
        return items.stream().filter(item -> worked.contains(item.id())).toList();
    }

    private boolean isGone(TimeEntry entry) {
        return deletions
                .of(entry.connectionId(), DeletedFact.Kind.TIME_ENTRY, entry.externalId())
                .isPresent();
    }

    /** An entry that names no work item is for the first, unless it matters which; then a person must say. */
    private void book(TimeEntry entry, List<WorkItem> items) {
        Optional<UUID> named = entry.namedWorkItemId();
        if (named.isPresent()) {
            if (items.stream().anyMatch(item -> item.id().equals(named.get()))) {
                entry.book(named.get());
            } else {
                review(entry, "names a work item that the ticket does not have");
            }
        } else if (entry.workItemId().isEmpty()) {
            Set<Verdict> verdicts =
                    items.stream().map(WorkItem::verdict).collect(Collectors.toCollection(LinkedHashSet::new));
            if (verdicts.size() > 1) {
                review(entry, "is missing, and the ticket's work items are ruled differently");
            } else if (items.size() == 1 || !verdicts.contains(null)) {
                entry.book(items.getFirst().id());
            }
        }
    }

    private void review(TimeEntry entry, String what) {
        Origin origin = new Origin(entry.connectionId(), entry.externalId(), entry.payloadId());
        reviews.raise(origin, ReviewCause.WORK_ITEM_UNCLEAR, "ticket.workItemId", what);
    }
}
