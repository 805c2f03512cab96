package dev.remit.billing.exports;

import dev.remit.kit.audit.Audited;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** Finance has the batch. */
@Entity
@Audited("batch-acknowledgement")
@Immutable
@Table(name = "batch_acknowledgement")
class BatchAcknowledgement {
    @Id
    UUID batchId;

    @TenantId
    UUID tenantId;

    String reference;
    Instant acknowledgedAt;
    String acknowledgedBy;
}
