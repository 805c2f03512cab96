package dev.remit.notifications.tickets;

import dev.remit.kit.audit.Unaudited;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** A ticket's key at its source, which it keeps for good. */
@Entity
@Unaudited("a copy of what tickets-service has")
public class Ticket {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private String connection;
    private String externalId;

    protected Ticket() {}

    Ticket(UUID id, String connection, String externalId) {
        this.id = id;
        this.connection = connection;
        this.externalId = externalId;
    }

    public UUID id() {
        return id;
    }

    /** The source's name. */
    public String connection() {
        return connection;
    }

    /** The source's key. */
    public String externalId() {
        return externalId;
    }
}
