package dev.remit.tickets.evidence;

import dev.remit.engines.evidence.HashChain;
import dev.remit.kit.audit.Unaudited;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** One link of a ticket's chain of evidence. */
@Entity
@Unaudited("a chain of its own")
@Immutable
class EvidenceLink {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID ticketId;
    private int position;

    @Enumerated(EnumType.STRING)
    private EvidenceKind kind;

    private Instant writtenAt;
    private byte[] hash;
    private byte[] seal;
    private byte[] salt;
    private byte[] payload;

    protected EvidenceLink() {}

    EvidenceLink(UUID id, UUID ticketId, int position, EvidenceKind kind, Instant writtenAt, HashChain.Link link) {
        this.id = id;
        this.ticketId = ticketId;
        this.position = position;
        this.kind = kind;
        this.writtenAt = writtenAt;
        this.hash = link.hash();
        this.seal = link.seal();
        this.salt = link.salt();
        this.payload = link.payload();
    }

    int position() {
        return position;
    }

    EvidenceKind kind() {
        return kind;
    }

    Instant writtenAt() {
        return writtenAt;
    }

    HashChain.Link link() {
        return HashChain.Link.stored(hash, seal, salt, payload);
    }
}
