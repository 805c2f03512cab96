package dev.remit.contracts.agreements;

import dev.remit.contracts.clients.Client;
import dev.remit.engines.scope.AgreementKind;
import dev.remit.kit.audit.Audited;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** The contract with a client: the chain that its versions belong to. */
@Entity
@Audited("agreement")
@Table(name = "agreement")
class Agreement {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "client_id")
    private Client client;

    @Enumerated(EnumType.STRING)
    private AgreementKind kind;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "master_id")
    private Agreement master;

    private String title;
    private Instant createdAt;

    protected Agreement() {}

    /** @param master that it is an addendum to; null for a master */
    Agreement(UUID id, Client client, Agreement master, String title, Instant now) {
        this.id = id;
        this.client = client;
        this.kind = master == null ? AgreementKind.MASTER : AgreementKind.ADDENDUM;
        this.master = master;
        this.title = title;
        this.createdAt = now;
    }

    UUID id() {
        return id;
    }

    Client client() {
        return client;
    }

    AgreementKind kind() {
        return kind;
    }

    /** The agreement that it is an addendum to; empty for a master. */
    Optional<Agreement> master() {
        return Optional.ofNullable(master);
    }

    /** Null for a master. */
    UUID masterId() {
        return master().map(Agreement::id).orElse(null);
    }

    String title() {
        return title;
    }

    Instant createdAt() {
        return createdAt;
    }
}
