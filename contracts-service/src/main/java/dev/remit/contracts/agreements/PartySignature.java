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
    private static final String API = "API";

    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID versionId;
    private int proposal;

    @Enumerated(EnumType.STRING)
    private Party party;

    private String name;
    private String typedName;
    private String title;
    private String email;
    private String username;
    private String subject;
    private String role;
    private String method;
    private String contentHash;
    private Instant signedAt;
    private Instant recordedAt;

    protected PartySignature() {}

    PartySignature(UUID id, AgreementVersion version, Party party, Signatory signatory, Instant now) {
        this.id = id;
        this.versionId = version.id();
        this.proposal = version.proposal();
        this.contentHash = version.contentHash();
        this.party = party;
        this.name = signatory.name();
        this.typedName = signatory.typedName();
        this.title = signatory.title();
        this.email = signatory.email();
        this.username = signatory.username();
        this.subject = signatory.subject();
        this.role = signatory.role();
        this.method = API;
        this.signedAt = now;
        this.recordedAt = now;
    }

    /**
     * Who signs.
     *
     * @param name in our own records: the client's list for an approver, the verified token for the MSP's people
     * @param typedName as typed, which is the same but for case, accents and spaces
     * @param title in which they sign, as they gave it
     * @param email of the client's list, or of the token for the MSP's people; may be null
     * @param username as the token says
     * @param subject the account's id, as the token says
     * @param role under which they sign
     */
    record Signatory(
            String name, String typedName, String title, String email, String username, String subject, String role) {}

    UUID versionId() {
        return versionId;
    }

    Party party() {
        return party;
    }

    String name() {
        return name;
    }

    String typedName() {
        return typedName;
    }

    String title() {
        return title;
    }

    String username() {
        return username;
    }

    String subject() {
        return subject;
    }

    String role() {
        return role;
    }

    /** By which way the signature came. */
    String method() {
        return method;
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

    /** When it came to us. */
    Instant recordedAt() {
        return recordedAt;
    }
}
