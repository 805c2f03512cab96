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
    private UUID id;

    @TenantId
    private UUID tenantId;

    @Embedded
    private Ruling ruling;

    /** It needs a quote that could not be drafted yet, because its client or signed document was not known. */
    private boolean awaitsQuote;

    protected WorkItem() {}

    WorkItem(UUID id, Ruling ruling) {
        this.id = id;
        this.ruling = ruling;
    }

    UUID id() {
        return id;
    }

    void awaitQuote(boolean awaits) {
        awaitsQuote = awaits;
    }

    Ruling ruling() {
        return ruling;
    }

    /** Whether a ruling says something of this work item that is not known yet, or is the known one made final. */
    boolean isNews(Ruling told) {
        return ruling.sequence() <= told.sequence() && !ruling.equals(told);
    }

    /** Takes over a ruling; says whether it binds otherwise than the one before. */
    boolean become(Ruling told) {
        boolean binds = !ruling.bindsAs(told);
        ruling = told;
        return binds;
    }
}
