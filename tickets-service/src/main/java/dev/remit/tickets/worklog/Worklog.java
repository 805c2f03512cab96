package dev.remit.tickets.worklog;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.scope.Verdict;
import dev.remit.kit.evidence.Evidence;
import dev.remit.kit.feed.Outbox;
import dev.remit.psa.DeletedFact;
import dev.remit.tickets.connections.Connections;
import dev.remit.tickets.connections.Translation;
import dev.remit.tickets.evidence.EvidenceKind;
import dev.remit.tickets.intake.Deletions;
import dev.remit.tickets.intake.FactsJson;
import dev.remit.tickets.intake.Origin;
import dev.remit.tickets.intake.Pin;
import dev.remit.tickets.intake.ReviewCause;
import dev.remit.tickets.intake.Reviews;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.workitems.WorkItem;
import dev.remit.tickets.workitems.WorkItems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Brings a ticket's time entries to their work items and tells other services of them. */
@ApplicationScoped
public class Worklog {
    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    private final TimeEntries entries;
    private final WorkItems workItems;
    private final Deletions deletions;
    private final Connections connections;
    private final Reviews reviews;
    private final Evidence evidence;
    private final Outbox outbox;
    private final ObjectMapper json;

    Worklog(
            TimeEntries entries,
            WorkItems workItems,
            Deletions deletions,
            Connections connections,
            Reviews reviews,
            Evidence evidence,
            Outbox outbox,
            ObjectMapper json) {
        this.entries = entries;
        this.workItems = workItems;
        this.deletions = deletions;
        this.connections = connections;
        this.reviews = reviews;
        this.evidence = evidence;
        this.outbox = outbox;
        this.json = json;
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
            } else {
                entry.book(items.getFirst().id());
            }
        }
    }

    private void review(TimeEntry entry, String what) {
        Origin origin = new Origin(entry.connectionId(), entry.externalId(), entry.payloadId());
        reviews.raise(origin, ReviewCause.WORK_ITEM_UNCLEAR, "ticket.workItemId", what);
    }

    /** Tells other services of every entry whose state is not what they heard last; the ticket is locked and pinned. */
    public void tell(Ticket ticket) {
        Pin pin = ticket.pin().orElseThrow();
        Translation translation = connections.require(ticket.connectionId()).translation();
        for (TimeEntry entry : entries.ofTicket(ticket.id())) {
            if (entry.workItemId().isPresent()) {
                TimeEntryRecorded state = TimeEntryRecorded.of(ticket, pin, translation, entry);
                String hash = CanonicalJson.hash(json.convertValue(state, MEMBERS));
                if (!entry.wasSentAs(hash)) {
                    int revision = entry.send(hash);
                    outbox.append(TimeEntryRecorded.TYPE, entry.id(), state.as(revision));
                    evidence.append(ticket.id(), EvidenceKind.TIME_ENTRY, proof(entry, revision));
                }
            }
        }
    }

    private static Map<String, Object> proof(TimeEntry entry, int revision) {
        return Map.of(
                "timeEntryId", entry.id().toString(),
                "revision", revision,
                "factsHash", entry.factsHash(),
                "knownAt", entry.knownAt().toString(),
                "facts", FactsJson.withoutText(entry.factsBytes()));
    }
}
