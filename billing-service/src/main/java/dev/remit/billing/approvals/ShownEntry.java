package dev.remit.billing.approvals;

import dev.remit.billing.approvals.RecordedWork.Recorded;
import dev.remit.engines.money.Money;
import dev.remit.kit.audit.Unaudited;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** A time entry that was recorded before a quote was sent, as the quote shows it to its approver. */
@Entity
@Immutable
@Unaudited("written once, when the quote is sent, which is audited")
@Table(name = "quote_shown_entry")
class ShownEntry {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID quoteId;
    private UUID timeEntryId;
    private String factsHash;
    private LocalDate workDate;
    private Instant startedAt;
    private String technicianName;
    private long minutes;
    private Long amountMinor;
    private String currency;

    protected ShownEntry() {}

    ShownEntry(UUID id, UUID quoteId, Recorded recorded) {
        this.id = id;
        this.quoteId = quoteId;
        timeEntryId = recorded.timeEntryId();
        factsHash = recorded.factsHash();
        workDate = recorded.date();
        startedAt = recorded.startedAt();
        technicianName = recorded.technicianName();
        minutes = recorded.minutes();
        if (recorded.amount() != null) {
            amountMinor = recorded.amount().minor();
            currency = recorded.amount().currency().code();
        }
    }

    UUID quoteId() {
        return quoteId;
    }

    Recorded recorded() {
        return new Recorded(
                timeEntryId,
                factsHash,
                workDate,
                startedAt,
                technicianName,
                minutes,
                amountMinor == null ? null : Money.of(amountMinor, currency));
    }
}
