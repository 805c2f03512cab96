package dev.remit.billing.clients;

import dev.remit.billing.clients.ClientFacts.ApproverFacts;
import dev.remit.kit.audit.Unaudited;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

@Entity
@Unaudited("a copy of what contracts-service has")
@Table(name = "approver")
class Approver {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID clientId;
    private String name;
    private String email;
    private String username;
    private String subject;
    private boolean active;
    private String deputyOf;

    protected Approver() {}

    Approver(UUID id, UUID clientId) {
        this.id = id;
        this.clientId = clientId;
    }

    UUID id() {
        return id;
    }

    void become(ApproverFacts facts) {
        name = facts.name();
        email = facts.email();
        username = facts.username();
        subject = facts.subject();
        active = facts.active();
        deputyOf = facts.deputyOf();
    }

    ApproverFacts facts() {
        return new ApproverFacts(id, name, email, username, subject, active, deputyOf);
    }
}
