package dev.remit.contracts.clients;

import dev.remit.kit.audit.Audited;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** The key of a client in another system. A table of its own, so that no two clients can claim the same key. */
@Entity
@Audited("client-reference")
@Table(name = "client_reference")
class ClientReference {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "client_id")
    private Client client;

    private String connection;
    private String externalId;

    protected ClientReference() {}

    ClientReference(UUID id, Client client, ExternalRef ref) {
        this.id = id;
        this.client = client;
        this.connection = ref.connection();
        this.externalId = ref.id();
    }

    ExternalRef ref() {
        return new ExternalRef(connection, externalId);
    }
}
