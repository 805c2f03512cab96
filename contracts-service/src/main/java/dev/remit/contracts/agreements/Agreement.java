package dev.remit.contracts.agreements;

import dev.remit.contracts.clients.Client;
import dev.remit.kit.audit.Audited;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** The contract with a client: the chain that its versions belong to. */
@Entity
@Audited("agreement")
@Table(name = "agreement")
class Agreement {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "client_id")
    private Client client;

    private String title;
    private Instant createdAt;

    protected Agreement() {}

    Agreement(UUID id, Client client, String title, Instant now) {
        this.id = id;
        this.client = client;
        this.title = title;
        this.createdAt = now;
    }

    UUID id() {
        return id;
    }

    Client client() {
        return client;
    }

    String title() {
        return title;
    }

    Instant createdAt() {
        return createdAt;
    }
}
