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
    private String name;
    private String timeZone;

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

    /** What people call it; its code where nobody told. */
    String name() {
        return name == null ? code : name;
    }

    /** Null where nobody told. */
    String timeZone() {
        return timeZone;
    }

    List<Approver> approvers() {
        return approvers;
    }

    boolean hasActiveApprover(String login, String subject) {
        return approvers.stream().anyMatch(approver -> approver.isAccount(login, subject));
    }

    /** Takes over what is told, unless something later is known. */
    void learn(ClientFacts facts) {
        if (facts.revision() > revision) {
            code = facts.code();
            name = facts.name();
            timeZone = facts.timeZone();
            approvers = facts.approvers();
            revision = facts.revision();
        }
    }
}
