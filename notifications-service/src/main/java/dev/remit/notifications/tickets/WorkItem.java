package dev.remit.notifications.tickets;

import dev.remit.kit.audit.Unaudited;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** What a piece of asked-for work is called, unless its ticket is confidential. */
@Entity
@Unaudited("a copy of what tickets-service has")
@Table(name = "work_item")
class WorkItem {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID ticketId;
    private String title;

    protected WorkItem() {}

    WorkItem(UUID id, UUID ticketId) {
        this.id = id;
        this.ticketId = ticketId;
    }

    /** Null where its ticket is confidential. */
    String title() {
        return title;
    }

    void rename(String told) {
        title = told;
    }
}
