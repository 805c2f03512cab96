package dev.remit.notifications.mail;

import dev.remit.kit.audit.Unaudited;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** When a tenant's owners are next written to about the week. */
@Entity
@Unaudited("says when something is done next")
@Table(name = "digest_schedule")
class DigestSchedule {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private Instant since;
    private Instant dueAt;

    protected DigestSchedule() {}

    DigestSchedule(UUID id, Instant since, Instant due) {
        this.id = id;
        this.since = since;
        this.dueAt = due;
    }

    /** What happened from then on was not told of. */
    Instant since() {
        return since;
    }

    Instant due() {
        return dueAt;
    }

    void next(Instant through, Instant due) {
        since = through;
        dueAt = due;
    }
}
