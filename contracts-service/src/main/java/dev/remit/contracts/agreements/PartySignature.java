package dev.remit.contracts.agreements;

import dev.remit.engines.agreement.Signature.Party;
import dev.remit.kit.audit.Audited;
import jakarta.persistence.Embedded;
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
    private static final String PAPER = "PAPER";

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

    @Embedded
    private Paper paper;

    protected PartySignature() {}

    /** One that its signer gives with an account of their own. */
    PartySignature(UUID id, AgreementVersion version, Party party, Signatory signatory, Instant now) {
        this(id, version, party, signatory, now, API);
        this.signedAt = now;
    }

    /** One that was made on paper. */
    PartySignature(UUID id, AgreementVersion version, Party party, Signatory signatory, Paper paper, Instant now) {
        this(id, version, party, signatory, now, PAPER);
        this.paper = paper;
    }

    private PartySignature(
            UUID id, AgreementVersion version, Party party, Signatory signatory, Instant now, String method) {
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
        this.method = method;
        this.recordedAt = now;
    }

    /**
     * Who signs.
     *
     * @param name in our own records: the client's list for an approver, the verified token for the MSP's people; on paper
     *     also that of somebody who is not on record
     * @param typedName as typed, which is the same but for case, accents and spaces
     * @param title in which they sign, as they gave it
     * @param email of the client's list, or of the token for the MSP's people; may be null
     * @param username as the token says; null on paper
     * @param subject the account's id, as the token says; null on paper
     * @param role under which they sign; null on paper
     */
    record Signatory(
            String name, String typedName, String title, String email, String username, String subject, String role) {}

    Party party() {
        return party;
    }

    /** The scan of one that was made on paper; null of any other. */
    String fileHash() {
        return paper == null ? null : paper.file().sha256();
    }

    String contentHash() {
        return contentHash;
    }

    /** As it stands in the published document. */
    SignatureText text() {
        return new SignatureText(
                party,
                name,
                typedName,
                title,
                email,
                username,
                subject,
                role,
                method,
                contentHash,
                signedAt,
                paper == null ? null : paper.signedOn(),
                paper == null ? null : paper.authority(),
                paper == null ? null : paper.file(),
                paper == null ? null : paper.recordedBy(),
                recordedAt);
    }
}
