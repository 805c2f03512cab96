package dev.remit.contracts.agreements;

import dev.remit.engines.agreement.Signature.Party;
import dev.remit.kit.audit.Audited;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** One party's signature under one proposal of a version. Written once; the database lets nobody change it. */
@Entity
@Audited("signature")
@Immutable
@Table(name = "signature")
class PartySignature {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID versionId;
    private int proposal;

    @Enumerated(EnumType.STRING)
    private Party party;

    private String name;
    private String email;
    private String username;
    private String contentHash;
    private Instant signedAt;

    protected PartySignature() {}

    PartySignature(UUID id, AgreementVersion version, Party party, Signatory signatory, Instant now) {
        this.id = id;
        this.versionId = version.id();
        this.proposal = version.proposal();
        this.contentHash = version.contentHash();
        this.party = party;
        this.name = signatory.name();
        this.email = signatory.email();
        this.username = signatory.username();
        this.signedAt = now;
    }

    /**
     * Who signs.
     *
     * @param name as typed
     * @param email as the token says; may be null
     * @param username as the token says
     */
    record Signatory(String name, String email, String username) {}

    UUID versionId() {
        return versionId;
    }

    Party party() {
        return party;
    }

    String name() {
        return name;
    }

    String email() {
        return email;
    }

    String contentHash() {
        return contentHash;
    }

    Instant signedAt() {
        return signedAt;
    }
}
