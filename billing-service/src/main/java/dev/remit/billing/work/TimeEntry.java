package dev.remit.billing.work;

import dev.remit.kit.audit.Unaudited;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

@Entity
@Unaudited("a copy of what tickets-service has")
@Table(name = "time_entry")
class TimeEntry {
    @Id
    UUID id;

    @TenantId
    UUID tenantId;

    @Embedded
    Entry entry;

    LocalDate workDate;

    /** When what it states now, as far as money depends on it, became known here. */
    Instant knownAt;

    /** Nothing of it can move before a fact does: folds pass it by until it, its ruling or its visit changes. */
    boolean settled;

    protected TimeEntry() {}

    TimeEntry(UUID id, Entry entry, Instant knownAt) {
        this.id = id;
        become(entry, knownAt);
    }

    void become(Entry changed, Instant at) {
        if (entry == null || !entry.factsHash().equals(changed.factsHash())) {
            knownAt = at;
        }
        entry = changed;
        workDate = changed.workDate();
        settled = false;
    }
}
