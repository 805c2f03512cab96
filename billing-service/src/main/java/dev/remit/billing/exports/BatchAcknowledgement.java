package dev.remit.billing.exports;

import dev.remit.billing.exports.BatchView.BatchReceipt;
import dev.remit.kit.audit.Audited;
import dev.remit.kit.problem.Problem;
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
    private UUID batchId;

    @TenantId
    private UUID tenantId;

    private String reference;
    private Instant acknowledgedAt;
    private String acknowledgedBy;

    protected BatchAcknowledgement() {}

    BatchAcknowledgement(UUID batchId, String reference, Instant acknowledgedAt, String acknowledgedBy) {
        this.batchId = batchId;
        this.reference = reference;
        this.acknowledgedAt = acknowledgedAt;
        this.acknowledgedBy = acknowledgedBy;
    }

    UUID batchId() {
        return batchId;
    }

    /** @throws Problem wrong-state where it was acknowledged by another reference */
    void requireSame(String otherReference) {
        if (!reference.equals(otherReference)) {
            throw Problem.wrongState("The batch was acknowledged as " + reference + ".");
        }
    }

    BatchReceipt receipt() {
        return new BatchReceipt(reference, acknowledgedAt, acknowledgedBy);
    }
}
