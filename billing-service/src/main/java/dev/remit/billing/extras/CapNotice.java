package dev.remit.billing.extras;

import dev.remit.kit.audit.Unaudited;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** That others were told how much of an approved cap is used. */
@Entity
@Immutable
@Unaudited("follows from the lines, whose every change is in the journal")
@Table(name = "cap_notice")
class CapNotice {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID quoteId;
    private int threshold;
    private Instant toldAt;

    protected CapNotice() {}

    CapNotice(UUID id, UUID quoteId, int threshold, Instant toldAt) {
        this.id = id;
        this.quoteId = quoteId;
        this.threshold = threshold;
        this.toldAt = toldAt;
    }
}
