package dev.remit.tickets.worklog;

import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.json.Json;
import dev.remit.kit.evidence.Evidence;
import dev.remit.kit.feed.Outbox;
import dev.remit.kit.json.CanonicalRecords;
import dev.remit.tickets.connections.Connections;
import dev.remit.tickets.connections.Translation;
import dev.remit.tickets.evidence.EvidenceKind;
import dev.remit.tickets.intake.FactsJson;
import dev.remit.tickets.intake.PinnedTerms;
import dev.remit.tickets.intake.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Tells other services of a ticket's time entries, and takes back what is not so any more. */
@ApplicationScoped
public class TimeEntryPublisher {
    private final TimeEntries entries;
    private final Connections connections;
    private final WorkNames names;
    private final Evidence evidence;
    private final Outbox outbox;

    TimeEntryPublisher(
            TimeEntries entries, Connections connections, WorkNames names, Evidence evidence, Outbox outbox) {
        this.entries = entries;
        this.connections = connections;
        this.names = names;
        this.evidence = evidence;
        this.outbox = outbox;
    }

    /**
     * Tells of those whose state is not what was heard of them last, and of those that are the ticket's no more.
     *
     * @param ticket locked
     * @param settled its entries that may be otherwise than before
     */
    public void publish(Ticket ticket, List<TimeEntry> settled) {
        Optional<PinnedTerms> pin = ticket.pin();
        Translation translation = connections.require(ticket.connectionId()).translation();
        for (TimeEntry entry : settled) {
            if (pin.isPresent() && entry.workItemId().isPresent()) {
                publish(
                        ticket,
                        entry,
                        TimeEntryRecorded.of(
                                ticket, pin.get(), translation, entry, names.unmapped(ticket, entry.facts())));
            } else {
                takeBack(ticket, entry);
            }
        }
        if (ticket.wasSettled()) {
            entries.lockMovedFrom(ticket.id()).forEach(entry -> takeBack(ticket, entry));
        }
    }

    private void publish(Ticket ticket, TimeEntry entry, TimeEntryRecorded state) {
        byte[] bytes = CanonicalRecords.bytes(state);
        if (!entry.wasSentAs(bytes)) {
            int revision = entry.send(ticket.id(), bytes);
            outbox.append(TimeEntryRecorded.TYPE, entry.id(), state.as(revision));
            evidence.append(ticket.id(), EvidenceKind.TIME_ENTRY, proof(entry, revision, state.clientId()));
        }
    }

    /** Says of an entry that was told as work on the ticket that there is none such, in the words it was told in. */
    private void takeBack(Ticket ticket, TimeEntry entry) {
        Optional<byte[]> sent = entry.sentOn(ticket.id());
        if (sent.isEmpty()) {
            return;
        }
        Map<String, Object> state = Json.members(sent.get());
        if (!Boolean.TRUE.equals(state.put("deleted", true))) {
            int revision = entry.send(ticket.id(), CanonicalJson.bytes(state));
            state.put("revision", revision);
            outbox.append(TimeEntryRecorded.TYPE, entry.id(), state);
            evidence.append(
                    ticket.id(),
                    EvidenceKind.TIME_ENTRY,
                    Map.of(
                            "timeEntryId",
                            entry.id().toString(),
                            "revision",
                            revision,
                            "clientId",
                            state.get("clientId"),
                            "takenBack",
                            true));
        }
        entry.takeBack();
    }

    private static Map<String, Object> proof(TimeEntry entry, int revision, UUID clientId) {
        return Map.of(
                "timeEntryId", entry.id().toString(),
                "revision", revision,
                "clientId", clientId.toString(),
                "factsHash", entry.factsHash(),
                "knownAt", entry.knownAt().toString(),
                "facts", FactsJson.withoutText(entry.factsBytes()));
    }
}
