package dev.remit.notifications.tickets;

import dev.remit.kit.audit.Unaudited;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** A ticket's key at its source, which it keeps for good, and how urgent it is and, once it is ruled, whose. */
@Entity
@Unaudited("a copy of what tickets-service has")
public class Ticket {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private String connection;
    private String externalId;
    private String priority;
    private UUID clientId;

    protected Ticket() {}

    Ticket(UUID id, String connection, String externalId) {
        this.id = id;
        this.connection = connection;
        this.externalId = externalId;
    }

    public UUID id() {
        return id;
    }

    /**
     * Notes how urgent it is.
     *
     * @param said such as P1; null where its source does not say
     */
    public void has(String said) {
        priority = said;
    }

    /** Notes whose it is; says whether that is news. */
    public boolean learnClient(UUID client) {
        boolean news = !client.equals(clientId);
        clientId = client;
        return news;
    }

    /** Such as P1; empty where its source does not say. */
    public Optional<String> priority() {
        return Optional.ofNullable(priority);
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
