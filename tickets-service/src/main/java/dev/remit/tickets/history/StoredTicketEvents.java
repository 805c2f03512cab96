package dev.remit.tickets.history;

import dev.remit.kit.ids.Ids;
import dev.remit.psa.DeletedFact;
import dev.remit.tickets.TimeOrderedRows;
import dev.remit.tickets.connections.Connections;
import dev.remit.tickets.intake.Deletions;
import dev.remit.tickets.intake.Ticket;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the snapshots of the current tenant's tickets told, as far as they are settled. */
@ApplicationScoped
public class StoredTicketEvents implements PanacheRepositoryBase<StoredTicketEvent, UUID> {
    private final Connections connections;
    private final Deletions deletions;
    private final Ids ids;

    StoredTicketEvents(Connections connections, Deletions deletions, Ids ids) {
        this.connections = connections;
        this.deletions = deletions;
        this.ids = ids;
    }

    /** Brings what is stored of a ticket to what its history tells now; the ticket is locked. */
    public void bring(Ticket ticket, TicketHistory history) {
        Map<TicketEvent, StoredTicketEvent> gone = new LinkedHashMap<>();
        if (ticket.wasSettled()) {
            list("ticketId", ticket.id()).forEach(stored -> gone.put(stored.ticketEvent(), stored));
        }
        for (TicketEvent ticketEvent : history.ticketEvents()) {
            if (ticketEvent.isFromSource() && gone.remove(truncated(ticketEvent)) == null) {
                persist(new StoredTicketEvent(ids.next(), ticket.id(), ticketEvent));
            }
        }
        gone.values().forEach(this::delete);
        ticket.storeTimeline(restingOn(ticket));
    }

    private static TicketEvent truncated(TicketEvent told) {
        return new TicketEvent(
                told.at().truncatedTo(ChronoUnit.MICROS),
                told.knownAt(),
                told.kind(),
                told.key(),
                told.source(),
                told.was(),
                told.is(),
                told.author());
    }

    /** Whether what is stored of a ticket is what would be derived from its snapshots now. */
    public boolean isCurrent(Ticket ticket) {
        return !ticket.isPending() && restingOn(ticket).equals(ticket.storedTimeline());
    }

    /** What decides on the happenings beside snapshots: the meanings of the source's names, and its deletions. */
    private String restingOn(Ticket ticket) {
        return connections.require(ticket.connectionId()).version()
                + deletions
                        .of(ticket.connectionId(), DeletedFact.Kind.TICKET, ticket.externalId())
                        .map(at -> " " + at)
                        .orElse("");
    }

    /** A ticket's from a moment on, by their times. */
    public TimeOrderedRows<TicketEvent> from(UUID ticketId, Instant from, int limit) {
        List<StoredTicketEvent> rows = find("ticketId = ?1 and happenedAt >= ?2 order by happenedAt", ticketId, from)
                .page(0, limit)
                .list();
        return TimeOrderedRows.of(rows, limit, StoredTicketEvent::at).map(row -> true, StoredTicketEvent::ticketEvent);
    }

    /** The last change of a ticket's client. */
    public Optional<TicketEvent> lastChangeOfClient(UUID ticketId) {
        return list("ticketId = ?1 and kind = ?2", ticketId, TicketEvent.Kind.CLIENT_CHANGED).stream()
                .map(StoredTicketEvent::ticketEvent)
                .max(TicketEvent.ORDER);
    }
}
