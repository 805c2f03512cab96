package dev.remit.tickets.intake;

import dev.remit.kit.audit.Unaudited;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** Something that came in and that a person must look at, since acting on it would be guessing. */
@Entity
@Unaudited("a note on what a source said, kept for good")
@Immutable
class Review {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID connectionId;
    private String externalId;
    private UUID payloadId;

    @Enumerated(EnumType.STRING)
    private ReviewCause cause;

    private String field;
    private String detail;
    private Instant raisedAt;

    protected Review() {}

    Review(UUID id, Origin origin, ReviewCause cause, String field, String detail, Instant raisedAt) {
        this.id = id;
        this.connectionId = origin.connectionId();
        this.externalId = origin.externalId();
        this.payloadId = origin.payloadId();
        this.cause = cause;
        this.field = field;
        this.detail = detail;
        this.raisedAt = raisedAt;
    }

    UUID id() {
        return id;
    }

    UUID connectionId() {
        return connectionId;
    }

    String externalId() {
        return externalId;
    }

    ReviewCause cause() {
        return cause;
    }

    String field() {
        return field;
    }

    String detail() {
        return detail;
    }

    Instant raisedAt() {
        return raisedAt;
    }
}
