package dev.remit.tickets.worklog;

import dev.remit.engines.scope.Verdict;
import dev.remit.psa.DeletedFact;
import dev.remit.tickets.intake.Deletions;
import dev.remit.tickets.intake.Origin;
import dev.remit.tickets.intake.OvertakenReviews;
import dev.remit.tickets.intake.PinnedTerms;
import dev.remit.tickets.intake.Receipt.Refusal;
import dev.remit.tickets.intake.Review;
import dev.remit.tickets.intake.ReviewCause;
import dev.remit.tickets.intake.Reviews;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.workitems.WorkItem;
import dev.remit.tickets.workitems.WorkItems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Brings a ticket's time entries to their work items. */
@ApplicationScoped
public class Worklog {
    /** What reviews of time entries can be about once the ticket is known. */
    private static final List<String> FIELDS =
            List.of("role", "workType", "ticket.workItemId", "start", "end", "date", "workedSeconds");

    private record Found(UUID payload, String key, ReviewCause cause, String field) {}

    private final TimeEntries entries;
    private final WorkItems workItems;
    private final Deletions deletions;
    private final WorkCheck check;
    private final WorkNames names;
    private final Reviews reviews;
    private final OvertakenReviews overtaken;
    private final SettlingInputs circumstances;

    Worklog(
            TimeEntries entries,
            WorkItems workItems,
            Deletions deletions,
            WorkCheck check,
            WorkNames names,
            Reviews reviews,
            OvertakenReviews overtaken,
            SettlingInputs circumstances) {
        this.entries = entries;
        this.workItems = workItems;
        this.deletions = deletions;
        this.check = check;
        this.names = names;
        this.reviews = reviews;
        this.overtaken = overtaken;
        this.circumstances = circumstances;
    }

    /**
     * Attaches what has changed or come for a ticket; the ticket is locked.
     *
     * @return those that were settled; the others stand as they did
     */
    public List<TimeEntry> attach(Ticket ticket) {
        List<WorkItem> items = workItems.of(ticket.id());
        Set<Found> found = new LinkedHashSet<>();
        ZoneId zone = ticket.pin().map(PinnedTerms::zone).orElse(ZoneOffset.UTC);
        String under = circumstances.of(ticket, items);
        List<TimeEntry> unsettled = entries.lockUnsettled(ticket.connectionId(), ticket.externalId(), under);
        for (TimeEntry entry : unsettled) {
            entry.attach(ticket.id(), zone);
            entry.settle(under);
            if (isGone(entry)) {
                entry.delete();
            }
            look(ticket, entry, items).forEach(why -> {
                raise(entry, why);
                found.add(new Found(entry.payloadId(), entry.externalId(), why.cause(), why.field()));
            });
        }
        reviews.closeGone(
                ticket.connectionId(),
                unsettled.stream().map(TimeEntry::externalId).toList(),
                FIELDS,
                review -> review.cause() == ReviewCause.AHEAD_OF_TIME
                        ? !isOvertaken(review, unsettled)
                        : found.contains(
                                new Found(review.payloadId(), review.externalId(), review.cause(), review.field())));
        return unsettled;
    }

    private boolean isOvertaken(Review review, List<TimeEntry> settled) {
        return settled.stream()
                .filter(entry -> entry.externalId().equals(review.externalId()))
                .anyMatch(entry ->
                        overtaken.isOvertaken(review, DeletedFact.Kind.TIME_ENTRY, entry.payloadId(), entry.knownAt()));
    }

    /** What a person must look at of an entry, which is booked unless that keeps it from being so. */
    private List<Refusal> look(Ticket ticket, TimeEntry entry, List<WorkItem> items) {
        Optional<Refusal> wrong = check.find(entry, ticket);
        if (wrong.isPresent()) {
            entry.putAside();
            return List.of(wrong.get());
        }
        List<Refusal> found = new ArrayList<>(names.look(ticket, entry));
        book(entry, items).ifPresent(found::add);
        return found;
    }

    private boolean isGone(TimeEntry entry) {
        return deletions
                .of(entry.connectionId(), DeletedFact.Kind.TIME_ENTRY, entry.externalId())
                .filter(entry::isGoneSince)
                .isPresent();
    }

    /** An entry that names no work item is for the first, unless it matters which; then a person must say. */
    private static Optional<Refusal> book(TimeEntry entry, List<WorkItem> items) {
        Optional<UUID> named = entry.namedWorkItemId();
        if (named.isPresent()) {
            if (items.stream().anyMatch(item -> item.id().equals(named.get()))) {
                entry.book(named.get());
            } else {
                return unclear("names a work item that the ticket does not have");
            }
        } else if (entry.workItemId().isEmpty()) {
            Set<Verdict> verdicts =
                    items.stream().map(WorkItem::verdict).collect(Collectors.toCollection(LinkedHashSet::new));
            if (verdicts.size() > 1) {
                return unclear("is missing, and the ticket's work items are ruled differently");
            } else if (items.size() == 1 || !verdicts.contains(null)) {
                entry.book(items.getFirst().id());
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> unclear(String what) {
        return Optional.of(new Refusal(ReviewCause.WORK_ITEM_UNCLEAR, "ticket.workItemId", what));
    }

    private void raise(TimeEntry entry, Refusal why) {
        Origin origin = new Origin(entry.connectionId(), entry.externalId(), entry.payloadId());
        reviews.raise(origin, why);
    }
}
