package dev.remit.tickets.intake;

import dev.remit.kit.audit.Unaudited;
import dev.remit.psa.Author;
import dev.remit.psa.DeletedFact;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** A source's word that an object is gone; no snapshot from before it brings the object back, whichever came first. */
@Entity
@Unaudited("what a source said, kept for good")
@Immutable
class Deletion {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID connectionId;

    @Enumerated(EnumType.STRING)
    private DeletedFact.Kind kind;

    private String externalId;
    private Instant knownAt;

    @Convert(converter = AuthorColumn.class)
    private Author author;

    protected Deletion() {}

    /** @param author the person whose word it is; empty for the source's own */
    Deletion(UUID id, UUID connectionId, DeletedFact fact, Instant knownAt, Optional<Author> author) {
        this.id = id;
        this.connectionId = connectionId;
        this.kind = fact.kind();
        this.externalId = fact.externalId();
        this.knownAt = knownAt;
        this.author = author.orElse(null);
    }

    Instant knownAt() {
        return knownAt;
    }

    Deletions.Of of() {
        return new Deletions.Of(connectionId, kind, externalId);
    }

    Deletions.KnownDeletion told() {
        return new Deletions.KnownDeletion(knownAt, author);
    }
}
