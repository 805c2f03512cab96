package dev.remit.tickets.intake;

import dev.remit.engines.evidence.Sha256;
import dev.remit.kit.audit.Unaudited;
import dev.remit.psa.Author;
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

/** The bytes that a source sent, kept as they came; the same bytes by the same way are kept once. */
@Entity
@Unaudited("what a source said")
@Immutable
public class Payload {
    /** The door that a payload came in by. */
    public enum Via {
        TICKET,
        TIME_ENTRY,
        CALLBACK
    }

    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID connectionId;
    private String sha256;

    @Enumerated(EnumType.STRING)
    private Via via;

    private Instant receivedAt;
    private byte[] body;

    @Convert(converter = AuthorColumn.class)
    private Author author;

    protected Payload() {}

    Payload(UUID id, UUID connectionId, Via via, Instant receivedAt, byte[] body, Author author) {
        this.author = author;
        this.id = id;
        this.connectionId = connectionId;
        this.sha256 = Sha256.hex(body);
        this.via = via;
        this.receivedAt = receivedAt;
        this.body = body.clone();
    }

    /** The bytes as they came. */
    public byte[] body() {
        return body.clone();
    }

    public Via via() {
        return via;
    }

    /** The person who first sent it; empty for a source. */
    public Optional<Author> author() {
        return Optional.ofNullable(author);
    }

    public UUID id() {
        return id;
    }

    public String sha256() {
        return sha256;
    }
}
