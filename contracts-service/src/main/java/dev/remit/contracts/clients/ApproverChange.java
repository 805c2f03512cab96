package dev.remit.contracts.clients;

import dev.remit.kit.audit.Unaudited;
import dev.remit.kit.tenancy.Caller;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** A notice to a client that its list of approvers was changed: what, when, and by whom. */
@Entity
@Unaudited("tells of a change that is on record with the approver")
@Immutable
@Table(name = "approver_change")
class ApproverChange {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID clientId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String username;
    private String name;
    private String email;
    private String emailBefore;
    private String byName;
    private String byLogin;
    private String bySubject;
    private Instant changedAt;

    /** What happened to the entry. */
    @Schema(name = "ApproverChangeKind")
    enum Kind {
        ADDED,
        CHANGED,
        DEACTIVATED,
        REACTIVATED,
        REMOVED
    }

    protected ApproverChange() {}

    /** Of an entry that was as {@code before} (null for a new one) and is as {@code after} (null for one that is gone). */
    ApproverChange(UUID id, UUID clientId, ApproverBody before, ApproverBody after, Caller by, Instant at) {
        ApproverBody shown = after == null ? before : after;
        this.id = id;
        this.clientId = clientId;
        this.kind = kind(before, after);
        this.username = shown.username();
        this.name = shown.name();
        this.email = shown.email();
        this.emailBefore = before == null || before.email().equals(shown.email()) ? null : before.email();
        this.byName = by.name();
        this.byLogin = by.username();
        this.bySubject = by.subject();
        this.changedAt = at;
    }

    private static Kind kind(ApproverBody before, ApproverBody after) {
        if (before == null) {
            return Kind.ADDED;
        }
        if (after == null) {
            return Kind.REMOVED;
        }
        if (before.active().equals(after.active())) {
            return Kind.CHANGED;
        }
        return after.active() ? Kind.REACTIVATED : Kind.DEACTIVATED;
    }

    UUID clientId() {
        return clientId;
    }

    ApproverChangeView view() {
        return new ApproverChangeView(
                kind,
                username,
                name,
                email,
                emailBefore,
                new ApproverChangeView.ChangedBy(byName, byLogin, bySubject),
                changedAt);
    }
}
