package dev.remit.contracts.clients;

import dev.remit.kit.audit.Audited;
import dev.remit.kit.people.Logins;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** Someone who can sign and approve for a client. */
@Entity
@Audited("approver")
@Table(name = "approver")
class Approver {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "client_id")
    private Client client;

    private String username;
    private String subject;
    private String name;
    private String email;
    private boolean active;
    private String deputyOf;

    protected Approver() {}

    Approver(UUID id, Client client) {
        this.id = id;
        this.client = client;
    }

    void take(ApproverBody body) {
        username = body.username();
        subject = body.subject();
        name = body.name();
        email = body.email();
        active = body.active();
        deputyOf = body.deputyOf();
    }

    UUID id() {
        return id;
    }

    String username() {
        return username;
    }

    String loginKey() {
        return Logins.key(username);
    }

    boolean active() {
        return active;
    }

    /** Whether an account, by its login and its id, is this person's. */
    boolean isAccount(String login, String accountId) {
        return Logins.same(username, login) && (subject == null || subject.equals(accountId));
    }

    ApproverBody body() {
        return new ApproverBody(name, email, username, subject, active, deputyOf);
    }
}
