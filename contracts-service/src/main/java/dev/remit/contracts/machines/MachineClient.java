package dev.remit.contracts.machines;

import dev.remit.kit.audit.Audited;
import dev.remit.kit.audit.Unaudited;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** A machine of the MSP's, with the rights of one purpose. It logs in with its credentials. */
@Entity
@Audited("machine-client")
@Table(name = "machine_client")
class MachineClient {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private String name;

    @Enumerated(EnumType.STRING)
    private MachineRole role;

    /** Whose tickets and time it sends; null for another role than PSA_SYNC. */
    private String connection;

    /** Null while it may log in. */
    private Instant revokedAt;

    @Version
    private int revision = 1;

    private Instant createdAt;

    @Unaudited("moves with every change")
    private Instant updatedAt;

    protected MachineClient() {}

    MachineClient(UUID id, NewMachineClient wanted, Instant now) {
        this.id = id;
        name = wanted.name();
        role = wanted.role();
        connection = wanted.connection();
        createdAt = now;
        updatedAt = now;
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    MachineRole role() {
        return role;
    }

    Optional<String> connection() {
        return Optional.ofNullable(connection);
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    Optional<Instant> revokedAt() {
        return Optional.ofNullable(revokedAt);
    }

    void revoke(Instant now) {
        revokedAt = now;
        updatedAt = now;
    }

    /** One of its credentials is made or ends. */
    void touch(Instant now) {
        updatedAt = now;
    }

    /** Grows when a change is flushed. */
    int revision() {
        return revision;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
