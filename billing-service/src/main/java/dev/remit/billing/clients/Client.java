package dev.remit.billing.clients;

import dev.remit.kit.audit.Unaudited;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

@Entity
@Unaudited("a copy of what contracts-service has")
@Table(name = "client")
class Client {
    @Id
    UUID id;

    @TenantId
    UUID tenantId;

    String code;
    String name;
    String timeZone;
    String currency;
    long revision;

    protected Client() {}

    Client(UUID id) {
        this.id = id;
    }

    void become(ClientFacts facts) {
        code = facts.code();
        name = facts.name();
        timeZone = facts.timeZone();
        currency = facts.currency();
        revision = facts.revision();
    }
}
