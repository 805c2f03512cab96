package dev.remit.tickets.rulings;

import dev.remit.kit.audit.Unaudited;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** One work item that takes one of an included volume. */
@Entity
@Unaudited("counted anew from rulings, which are audited")
class VolumeUse {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID volumePeriodId;
    private UUID ticketId;
    private UUID workItemId;
    private boolean givenBack;

    protected VolumeUse() {}

    VolumeUse(UUID id, UUID volumePeriodId, UUID ticketId, UUID workItemId) {
        this.id = id;
        this.volumePeriodId = volumePeriodId;
        this.ticketId = ticketId;
        this.workItemId = workItemId;
    }

    UUID id() {
        return id;
    }

    UUID periodId() {
        return volumePeriodId;
    }

    UUID workItemId() {
        return workItemId;
    }

    void giveBack(boolean cancelled) {
        givenBack = cancelled;
    }
}
