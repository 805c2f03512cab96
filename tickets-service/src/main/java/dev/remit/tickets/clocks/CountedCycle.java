package dev.remit.tickets.clocks;

import dev.remit.engines.compliance.ClockResult;
import dev.remit.engines.compliance.CountedClock;
import dev.remit.engines.compliance.LeftOut;
import dev.remit.engines.sla.ClockKind;
import dev.remit.kit.audit.Unaudited;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** A run of a ticket's clock that counts in compliance, as it stood when the ticket was looked at last. */
@Entity
@Unaudited("computed from audited facts")
public class CountedCycle {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID ticketId;
    private UUID clientId;
    private UUID agreementId;
    private String priority;

    @Enumerated(EnumType.STRING)
    private ClockKind clock;

    private String cycle;
    private Instant startedAt;
    private Instant dueAt;
    private Instant endedAt;
    private Instant countedAt;
    private LocalDate countedOn;

    @Enumerated(EnumType.STRING)
    private ClockResult result;

    @Enumerated(EnumType.STRING)
    private LeftOut leftOut;

    protected CountedCycle() {}

    /**
     * Under what a run counts.
     *
     * @param agreementId the agreement whose promises it counts for
     * @param priority the ticket's at that moment
     * @param on the local date of that moment in the agreement's zone
     */
    record Place(UUID clientId, UUID agreementId, String priority, LocalDate on) {}

    CountedCycle(UUID id, UUID ticketId, CountedClock counted, Place place) {
        this.id = id;
        this.ticketId = ticketId;
        this.clock = counted.clock();
        this.cycle = counted.cycle();
        take(counted, place);
    }

    /** Counts otherwise by what is known now. */
    final void take(CountedClock counted, Place place) {
        clientId = place.clientId();
        agreementId = place.agreementId();
        priority = place.priority();
        startedAt = counted.startedAt();
        dueAt = counted.due();
        endedAt = counted.endedAt();
        countedAt = counted.at();
        countedOn = place.on();
        result = counted.result();
        leftOut = counted.leftOut();
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

    public String priority() {
        return priority;
    }

    public ClockKind clock() {
        return clock;
    }

    /** {@link CountedClock#NEVER_RAN} for a clock that never was under way. */
    public String cycle() {
        return cycle;
    }

    /** Null where it never started. */
    public Instant startedAt() {
        return startedAt;
    }

    /** Null where it has no due moment. */
    public Instant dueAt() {
        return dueAt;
    }

    /** Null where a late one goes on. */
    public Instant endedAt() {
        return endedAt;
    }

    public LocalDate countedOn() {
        return countedOn;
    }

    public ClockResult result() {
        return result;
    }

    /** Null unless it is left out. */
    public LeftOut leftOut() {
        return leftOut;
    }
}
