package dev.remit.contracts.agreements;

import dev.remit.kit.audit.Unaudited;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** The bytes of a document under their own hash. Written once; the database lets nobody change them. */
@Entity
@Unaudited("named by its hash and never changed")
@Immutable
@Table(name = "agreement_document")
class StoredDocument {
    /** What the bytes are. */
    enum Kind {
        /** What the parties are asked to sign. */
        CONTENT,
        /** The content with both signatures. */
        PUBLISHED,
        /** The page that people read of the content, which names it by its hash. */
        READING_COPY,
        /** The list of what a version changes that begins in the past; the content names it by its hash. */
        CHANGES
    }

    @Id
    private String hash;

    @TenantId
    private UUID tenantId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private byte[] bytes;
    private Instant storedAt;

    protected StoredDocument() {}

    StoredDocument(String hash, Kind kind, byte[] bytes, Instant now) {
        this.hash = hash;
        this.kind = kind;
        this.bytes = bytes;
        this.storedAt = now;
    }

    byte[] bytes() {
        return bytes;
    }
}
