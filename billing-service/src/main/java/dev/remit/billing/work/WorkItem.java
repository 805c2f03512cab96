package dev.remit.billing.work;

import dev.remit.kit.audit.Unaudited;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

@Entity
@Unaudited("a copy of what tickets-service has")
@Table(name = "work_item")
class WorkItem {
    @Id
    UUID id;

    @TenantId
    UUID tenantId;

    @Embedded
    Ruling ruling;

    /** It needs a quote that could not be drafted yet, because its client or signed document was not known. */
    boolean awaitsQuote;

    protected WorkItem() {}

    WorkItem(UUID id, Ruling ruling) {
        this.id = id;
        this.ruling = ruling;
    }
}
