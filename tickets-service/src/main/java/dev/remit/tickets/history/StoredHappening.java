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
@Table(name = "ticket_happening")
class StoredHappening {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID ticketId;
    private Instant happenedAt;
    private Instant knownAt;

    @Enumerated(EnumType.STRING)
    private Happening.Kind kind;

    private String itemKey;

    @Enumerated(EnumType.STRING)
    private Happening.Source source;

    private String was;
    private String stands;

    @Convert(converter = AuthorColumn.class)
    private Author author;

    protected StoredHappening() {}

    StoredHappening(UUID id, UUID ticketId, Happening happening) {
        this.id = id;
        this.ticketId = ticketId;
        happenedAt = happening.at().truncatedTo(ChronoUnit.MICROS);
        knownAt = happening.knownAt();
        kind = happening.kind();
        itemKey = happening.key();
        source = happening.source();
        was = happening.was();
        stands = happening.is();
        author = happening.author();
    }

    Instant at() {
        return happenedAt;
    }

    Happening happening() {
        return new Happening(happenedAt, knownAt, kind, itemKey, source, was, stands, author);
    }
}
