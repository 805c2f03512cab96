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
    private UUID id;

    @TenantId
    private UUID tenantId;

    /** Cancelled, deleted, merged, a duplicate or spam: nobody is asked to approve work for it. */
    private boolean calledOff;

    protected TicketState() {}

    TicketState(UUID id, boolean calledOff) {
        this.id = id;
        this.calledOff = calledOff;
    }

    boolean isCalledOff() {
        return calledOff;
    }

    /** Takes over whether it was called off; says whether that is news. */
    boolean become(boolean nowCalledOff) {
        boolean news = calledOff != nowCalledOff;
        calledOff = nowCalledOff;
        return news;
    }
}
