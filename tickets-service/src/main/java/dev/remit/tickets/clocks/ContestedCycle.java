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
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/**
 * One side of a run of a ticket's clock that would count otherwise if all that the client contests were upheld: how it counts,
 * or how it would.
 */
@Entity
@Unaudited("computed from audited facts")
@Immutable
public class ContestedCycle {
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
    private boolean ifUpheld;
    private LocalDate countedOn;

    @Enumerated(EnumType.STRING)
    private ClockResult result;

    @Enumerated(EnumType.STRING)
    private LeftOut leftOut;

    protected ContestedCycle() {}

    ContestedCycle(UUID id, UUID ticketId, CountedClock counted, boolean ifUpheld, CountedCycle.Place place) {
        this.id = id;
        this.ticketId = ticketId;
        this.clientId = place.clientId();
        this.agreementId = place.agreementId();
        this.priority = place.priority();
        this.clock = counted.clock();
        this.cycle = counted.cycle();
        this.ifUpheld = ifUpheld;
        this.countedOn = place.on();
        this.result = counted.result();
        this.leftOut = counted.leftOut();
    }

    /** All that it says, by which one is told from another. */
    String words() {
        return String.join(
                " ",
                clientId.toString(),
                agreementId.toString(),
                clock.name(),
                cycle,
                Boolean.toString(ifUpheld),
                countedOn.toString(),
                result.name(),
                String.valueOf(leftOut),
                priority);
    }

    UUID id() {
        return id;
    }

    public UUID ticketId() {
        return ticketId;
    }

    public UUID clientId() {
        return clientId;
    }

    public UUID agreementId() {
        return agreementId;
    }

    public String priority() {
        return priority;
    }

    public ClockKind clock() {
        return clock;
    }

    public String cycle() {
        return cycle;
    }

    /** Whether it says how the run would count, and not how it does. */
    public boolean ifUpheld() {
        return ifUpheld;
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
