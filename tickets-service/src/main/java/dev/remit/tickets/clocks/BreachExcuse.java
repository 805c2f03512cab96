package dev.remit.tickets.clocks;

import dev.remit.engines.sla.ClockKind;
import dev.remit.kit.audit.Audited;
import dev.remit.psa.Author;
import dev.remit.tickets.intake.AuthorColumn;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** That a person excused a breach. The breach stays; this is counted beside it until it is withdrawn. */
@Entity
@Audited("breach-excuse")
public class BreachExcuse {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID ticketId;
    private UUID clientId;

    @Enumerated(EnumType.STRING)
    private ClockKind clock;

    private String cycle;
    private int ordinal;
    private Instant due;

    @Enumerated(EnumType.STRING)
    private ExcuseReason reason;

    private String clause;
    private String note;
    private Instant excusedAt;

    @Convert(converter = AuthorColumn.class)
    private Author excusedBy;

    private Instant withdrawnAt;

    @Convert(converter = AuthorColumn.class)
    private Author withdrawnBy;

    @Column(name = "withdrawn_because")
    private String withdrawnBecause;

    protected BreachExcuse() {}

    /**
     * @param clientId under whose terms the clock ran
     * @param ordinal from 1 within the cycle
     * @param clause of the agreement that allows the reason; null where it has none
     */
    BreachExcuse(
            UUID id,
            UUID ticketId,
            UUID clientId,
            int ordinal,
            Instant due,
            ExcuseRequest asked,
            String clause,
            Author by,
            Instant now) {
        this.id = id;
        this.ticketId = ticketId;
        this.clientId = clientId;
        this.clock = asked.clock();
        this.cycle = asked.cycle();
        this.ordinal = ordinal;
        this.due = due;
        this.reason = asked.reason();
        this.clause = clause;
        this.note = asked.note();
        this.excusedBy = by;
        this.excusedAt = now;
    }

    /** Takes the excuse back; it stays on record. */
    void withdraw(String because, Author by, Instant now) {
        if (withdrawnAt != null) {
            throw new IllegalStateException("It was withdrawn at " + withdrawnAt + ".");
        }
        withdrawnAt = now;
        withdrawnBy = by;
        withdrawnBecause = because;
    }

    /** Whether it was given and not withdrawn by a moment. */
    boolean stands(Instant at) {
        return !excusedAt.isAfter(at) && (withdrawnAt == null || withdrawnAt.isAfter(at));
    }

    boolean isOf(ClockKind whichClock, String whichCycle) {
        return clock == whichClock && cycle.equals(whichCycle);
    }

    public UUID id() {
        return id;
    }

    public UUID ticketId() {
        return ticketId;
    }

    public UUID clientId() {
        return clientId;
    }

    public ClockKind clock() {
        return clock;
    }

    public String cycle() {
        return cycle;
    }

    Instant due() {
        return due;
    }

    public ExcuseReason reason() {
        return reason;
    }

    /** The clause that allows the reason; null where the agreement gives none. */
    String clause() {
        return clause;
    }

    public String note() {
        return note;
    }

    public Instant excusedAt() {
        return excusedAt;
    }

    public Author excusedBy() {
        return excusedBy;
    }

    public Optional<Instant> withdrawnAt() {
        return Optional.ofNullable(withdrawnAt);
    }

    /** Null while it stands, as is the next. */
    public Author withdrawnBy() {
        return withdrawnBy;
    }

    public String withdrawnBecause() {
        return withdrawnBecause;
    }
}
