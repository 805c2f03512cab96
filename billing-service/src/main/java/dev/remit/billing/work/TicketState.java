package dev.remit.billing.work;

import dev.remit.kit.audit.Unaudited;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

@Entity
@Unaudited("a copy of what tickets-service has")
@Table(name = "ticket_state")
class TicketState {
    @Id
    UUID id;

    @TenantId
    UUID tenantId;

    /** Cancelled, deleted, merged, a duplicate or spam: nobody is asked to approve work for it. */
    boolean calledOff;

    protected TicketState() {}

    TicketState(UUID id, boolean calledOff) {
        this.id = id;
        this.calledOff = calledOff;
    }
}
