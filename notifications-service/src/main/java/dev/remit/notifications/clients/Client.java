package dev.remit.notifications.clients;

import dev.remit.kit.audit.Unaudited;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** A client as contracts-service last told of it. */
@Entity
@Unaudited("a copy of what contracts-service has")
class Client {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private String code;

    @Convert(converter = ApproversColumn.class)
    private List<Approver> approvers;

    private long revision;

    protected Client() {}

    Client(UUID id) {
        this.id = id;
        revision = -1;
    }

    UUID id() {
        return id;
    }

    String code() {
        return code;
    }

    boolean hasActiveApprover(String login, String subject) {
        return approvers.stream().anyMatch(approver -> approver.isAccount(login, subject));
    }

    /** Takes over what is told, unless something later is known. */
    void learn(ClientFacts facts) {
        if (facts.revision() > revision) {
            code = facts.code();
            approvers = facts.approvers();
            revision = facts.revision();
        }
    }
}
