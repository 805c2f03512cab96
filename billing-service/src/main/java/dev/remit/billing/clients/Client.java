package dev.remit.billing.clients;

import dev.remit.billing.clients.ClientFacts.ApproverFacts;
import dev.remit.billing.clients.Clients.ClientName;
import dev.remit.kit.audit.Unaudited;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

@Entity
@Unaudited("a copy of what contracts-service has")
@Table(name = "client")
class Client {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private String code;
    private String name;
    private String timeZone;
    private String currency;
    private long revision;

    protected Client() {}

    Client(UUID id) {
        this.id = id;
    }

    UUID id() {
        return id;
    }

    ClientName names() {
        return new ClientName(code, name);
    }

    ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    /** Whether these facts are as new as what is known, or newer. */
    boolean isBehind(ClientFacts facts) {
        return revision <= facts.revision();
    }

    ClientFacts facts(List<ApproverFacts> approvers) {
        return new ClientFacts(id, code, name, timeZone, currency, approvers, revision);
    }

    void become(ClientFacts facts) {
        code = facts.code();
        name = facts.name();
        timeZone = facts.timeZone();
        currency = facts.currency();
        revision = facts.revision();
    }
}
