package dev.remit.contracts.machines;

import dev.remit.contracts.RequestedOnce;
import dev.remit.kit.audit.Audited;
import dev.remit.kit.audit.Unaudited;
import dev.remit.kit.idempotency.RequestKey;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** A client id and a secret with which a machine client logs in. The secret is Keycloak's alone. */
@Entity
@Audited("machine-credential")
@Table(name = "machine_credential")
class MachineCredential {
    /** A lost answer is asked for again by then. */
    private static final Duration SHOWN = Duration.ofHours(1);

    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID machineClientId;

    /** The account's id, which its tokens name; null until it is there. */
    private String subject;

    /** Null where no end is set. */
    private Instant endsAt;

    @Unaudited("of the request that made it")
    private String requestKey;

    @Unaudited("of the request that made it")
    private byte[] requestDigest;

    @Version
    private int revision = 1;

    private Instant createdAt;

    protected MachineCredential() {}

    MachineCredential(UUID id, UUID machineClientId, RequestKey request, Instant now) {
        this.id = id;
        this.machineClientId = machineClientId;
        requestKey = request.key();
        requestDigest = request.digest();
        createdAt = now;
    }

    UUID id() {
        return id;
    }

    UUID machineClientId() {
        return machineClientId;
    }

    String clientId() {
        return "mc-" + id;
    }

    Optional<String> subject() {
        return Optional.ofNullable(subject);
    }

    void prepared(String account) {
        subject = account;
    }

    Optional<Instant> endsAt() {
        return Optional.ofNullable(endsAt);
    }

    boolean hasEnded(Instant now) {
        return endsAt != null && !endsAt.isAfter(now);
    }

    /** It ends then, unless it ends before. */
    void endAt(Instant end) {
        if (endsAt == null || endsAt.isAfter(end)) {
            endsAt = end;
        }
    }

    boolean isShown(Instant now) {
        return now.isBefore(createdAt.plus(SHOWN)) && !hasEnded(now);
    }

    RequestedOnce.Row requested() {
        return new RequestedOnce.Row(id, requestDigest.clone());
    }

    Instant createdAt() {
        return createdAt;
    }
}
