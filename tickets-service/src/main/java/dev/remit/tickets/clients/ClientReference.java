package dev.remit.tickets.clients;

import dev.remit.kit.audit.Unaudited;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** How a source calls a client. */
@Entity
@Unaudited("a copy of what contracts-service has")
@Immutable
class ClientReference {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private String connectionName;
    private String externalId;
    private UUID clientId;

    protected ClientReference() {}

    ClientReference(UUID id, Site.Reference reference, UUID clientId) {
        this.id = id;
        this.connectionName = reference.connection();
        this.externalId = reference.id();
        this.clientId = clientId;
    }

    Site.Reference reference() {
        return new Site.Reference(connectionName, externalId);
    }

    UUID clientId() {
        return clientId;
    }
}
