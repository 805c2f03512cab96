package dev.remit.tickets.clocks;

import dev.remit.engines.reports.MomentKind;
import dev.remit.engines.reports.TicketMoment;
import dev.remit.kit.audit.Unaudited;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** A moment of a ticket's life that is counted by its date, as it stood when the ticket was looked at last. */
@Entity
@Unaudited("computed from audited facts")
public class CountedMoment {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID ticketId;
    private UUID clientId;

    @Enumerated(EnumType.STRING)
    private MomentKind kind;

    private int number;
    private Instant happenedAt;
    private LocalDate countedOn;
    private String priority;
    private Long usedSeconds;
    private boolean stands;

    protected CountedMoment() {}

    /**
     * Under what a moment counts.
     *
     * @param on its local date in the agreement's zone
     * @param priority the ticket's then; of the creation the one that it has now
     */
    record Place(UUID clientId, LocalDate on, String priority) {}

    CountedMoment(UUID id, UUID ticketId, TicketMoment moment, Place place) {
        this.id = id;
        this.ticketId = ticketId;
        this.kind = moment.kind();
        this.number = moment.number();
        take(moment, place);
    }

    /** Counts otherwise by what is known now. */
    final void take(TicketMoment moment, Place place) {
        clientId = place.clientId();
        happenedAt = moment.at();
        countedOn = place.on();
        priority = place.priority();
        usedSeconds = moment.seconds();
        stands = moment.stands();
    }

    String key() {
        return kind + " " + number;
    }

    public UUID ticketId() {
        return ticketId;
    }

    public UUID clientId() {
        return clientId;
    }

    public Instant happenedAt() {
        return happenedAt;
    }

    public String priority() {
        return priority;
    }
}
