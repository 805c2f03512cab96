package dev.remit.tickets.intake;

import dev.remit.kit.audit.Unaudited;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/**
 * Word that tickets must be looked at because of something that is now committed. It is read only after that commit, so
 * that a ticket which came at the same moment is never missed.
 */
@Entity
@Unaudited("work to be done")
@Immutable
public class WakeUp {
    /** Which tickets. */
    public enum Kind {
        /** Every one that awaits a client, an agreement or a document. */
        AWAITING,
        /** The one with the id. */
        TICKET,
        /** The one with the source's key. */
        TICKET_REFERENCE,
        /** The one of the time entry with the source's key. */
        TIME_ENTRY_REFERENCE,
        /** Every one of the client that has not ended. */
        CLIENT
    }

    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private UUID connectionId;
    private String externalId;
    private UUID ticketId;
    private UUID clientId;

    protected WakeUp() {}

    WakeUp(UUID id, Kind kind, UUID connectionId, String externalId, UUID ticketId, UUID clientId) {
        this.id = id;
        this.kind = kind;
        this.connectionId = connectionId;
        this.externalId = externalId;
        this.ticketId = ticketId;
        this.clientId = clientId;
    }

    public Kind kind() {
        return kind;
    }

    public UUID connectionId() {
        return connectionId;
    }

    public String externalId() {
        return externalId;
    }

    public UUID ticketId() {
        return ticketId;
    }

    public UUID clientId() {
        return clientId;
    }
}
