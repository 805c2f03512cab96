package dev.remit.contracts.tenants;

import dev.remit.kit.audit.Audited;
import dev.remit.kit.audit.Unaudited;
import dev.remit.kit.idempotency.RequestKey;
import dev.remit.kit.tenants.TenantFacts;
import dev.remit.kit.tenants.TenantKind;
import dev.remit.kit.tenants.TenantStatus;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** An MSP. Its row is its own tenant's, and so is the record of what operators did to it. */
@Entity
@Audited("tenant")
@Table(name = "tenant")
class Tenant {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private String name;

    @Enumerated(EnumType.STRING)
    private TenantKind kind;

    @Enumerated(EnumType.STRING)
    private TenantState state;

    /** Why it was suspended or reactivated last; null where it never was. */
    private String stateReason;

    private String ownerLogin;
    private String ownerFirstName;
    private String ownerLastName;
    private String ownerEmail;

    /** The account's id; null until it is there. */
    private String ownerSubject;

    @Unaudited("of the request that made it")
    private String requestKey;

    @Unaudited("of the request that made it")
    private byte[] requestDigest;

    @Version
    private int revision = 1;

    private Instant createdAt;

    @Unaudited("moves with every change")
    private Instant updatedAt;

    protected Tenant() {}

    Tenant(UUID id, NewTenant wanted, RequestKey request, Instant now) {
        this.id = id;
        name = wanted.name();
        kind = wanted.kind();
        state = TenantState.PROVISIONING;
        ownerLogin = wanted.owner().login();
        ownerFirstName = wanted.owner().firstName();
        ownerLastName = wanted.owner().lastName();
        ownerEmail = wanted.owner().email();
        requestKey = request.key();
        requestDigest = request.digest();
        createdAt = now;
        updatedAt = now;
    }

    UUID id() {
        return id;
    }

    /** Grows when a change is flushed. */
    int revision() {
        return revision;
    }

    TenantState state() {
        return state;
    }

    /** Its owner's account is there. */
    void activate(String subject, Instant now) {
        ownerSubject = subject;
        state = TenantState.ACTIVE;
        updatedAt = now;
    }

    /** @param wanted ACTIVE, SUSPENDED or ERASED */
    void setState(TenantState wanted, String reason, Instant now) {
        state = wanted;
        stateReason = reason;
        updatedAt = now;
    }

    Owner owner() {
        return new Owner(ownerLogin, ownerFirstName, ownerLastName, ownerEmail);
    }

    TenantFacts facts() {
        return new TenantFacts(id, name, kind, status());
    }

    private TenantStatus status() {
        return switch (state) {
            case PROVISIONING, ACTIVE -> TenantStatus.ACTIVE;
            case SUSPENDED -> TenantStatus.SUSPENDED;
            case ERASED -> TenantStatus.ERASED;
        };
    }
}
