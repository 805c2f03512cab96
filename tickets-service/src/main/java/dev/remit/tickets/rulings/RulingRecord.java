package dev.remit.tickets.rulings;

import dev.remit.engines.evidence.Sha256;
import dev.remit.engines.scope.Verdict;
import dev.remit.kit.audit.Audited;
import dev.remit.kit.audit.StoredJson;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** A ruling as it was given: its bytes are what counts, the columns beside them are for finding it. */
@Entity
@Audited("ruling")
@Immutable
@Table(name = "ruling")
class RulingRecord {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID ticketId;
    private UUID workItemId;
    private UUID clientId;
    private int sequence;

    @Enumerated(EnumType.STRING)
    private Verdict verdict;

    @Enumerated(EnumType.STRING)
    private RulingCause cause;

    private Instant ruledAt;

    @StoredJson
    private byte[] bytes;

    private String sha256;

    protected RulingRecord() {}

    /** @param clientId under whose terms it was given */
    RulingRecord(RulingText text, UUID clientId, byte[] bytes) {
        this.id = text.rulingId();
        this.ticketId = text.ticketId();
        this.workItemId = text.workItemId();
        this.clientId = clientId;
        this.sequence = text.sequence();
        this.verdict = text.answer().verdict();
        this.cause = text.occasion().cause();
        this.ruledAt = text.ruledAt();
        this.bytes = bytes.clone();
        this.sha256 = Sha256.hex(bytes);
    }

    Instant ruledAt() {
        return ruledAt;
    }

    UUID id() {
        return id;
    }

    UUID workItemId() {
        return workItemId;
    }

    UUID clientId() {
        return clientId;
    }

    RulingText text() {
        return RulingText.read(bytes);
    }

    String sha256() {
        return sha256;
    }
}
