package dev.remit.tickets.history;

import dev.remit.kit.audit.Unaudited;
import dev.remit.psa.Author;
import dev.remit.tickets.intake.AuthorColumn;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** What a ticket's snapshots told when it was settled last, kept so that a timeline can be read in pages. */
@Entity
@Unaudited("derived from what sources said, which is kept for good")
@Immutable
@Table(name = "ticket_event")
class StoredTicketEvent {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID ticketId;
    private Instant happenedAt;
    private Instant knownAt;

    @Enumerated(EnumType.STRING)
    private TicketEvent.Kind kind;

    private String itemKey;

    @Enumerated(EnumType.STRING)
    private TicketEvent.Source source;

    private String was;
    private String stands;

    @Convert(converter = AuthorColumn.class)
    private Author author;

    protected StoredTicketEvent() {}

    StoredTicketEvent(UUID id, UUID ticketId, TicketEvent ticketEvent) {
        this.id = id;
        this.ticketId = ticketId;
        happenedAt = ticketEvent.at().truncatedTo(ChronoUnit.MICROS);
        knownAt = ticketEvent.knownAt();
        kind = ticketEvent.kind();
        itemKey = ticketEvent.key();
        source = ticketEvent.source();
        was = ticketEvent.was();
        stands = ticketEvent.is();
        author = ticketEvent.author();
    }

    Instant at() {
        return happenedAt;
    }

    TicketEvent ticketEvent() {
        return new TicketEvent(happenedAt, knownAt, kind, itemKey, source, was, stands, author);
    }
}
