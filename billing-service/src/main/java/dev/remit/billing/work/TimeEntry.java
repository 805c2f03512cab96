package dev.remit.billing.work;

import dev.remit.billing.work.Work.KnownEntry;
import dev.remit.engines.rating.TripDay;
import dev.remit.kit.audit.Unaudited;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

@Entity
@Unaudited("a copy of what tickets-service has")
@Table(name = "time_entry")
class TimeEntry {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    @Embedded
    private Entry entry;

    private LocalDate workDate;

    /** When what it states now, as far as money depends on it, became known here. */
    private Instant knownAt;

    /** Nothing of it can move before a fact does: it is at rest until it, its ruling or its quotes change. */
    private boolean settled;

    protected TimeEntry() {}

    TimeEntry(UUID id, Entry entry, Instant knownAt) {
        this.id = id;
        become(entry, knownAt);
    }

    boolean isOf(Set<TripDay> visits) {
        return TripDay.of(entry.technicianId(), entry.siteCode(), workDate)
                .filter(visits::contains)
                .isPresent();
    }

    boolean isOlderThan(Entry told) {
        return entry.revision() < told.revision();
    }

    KnownEntry known() {
        return new KnownEntry(id, entry, knownAt);
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
