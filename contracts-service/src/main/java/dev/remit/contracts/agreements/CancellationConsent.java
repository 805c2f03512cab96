package dev.remit.contracts.agreements;

import dev.remit.engines.agreement.Signature.Party;
import dev.remit.kit.audit.Audited;
import dev.remit.kit.tenancy.Caller;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** One party's word that a signed version is not to begin. Written once. */
@Entity
@Audited("cancellation-consent")
@Immutable
@Table(name = "cancellation_consent")
class CancellationConsent {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID versionId;

    /** How many consents of the party were taken back before. */
    private int round;

    @Enumerated(EnumType.STRING)
    private Party party;

    private String reason;
    private String name;
    private String title;
    private String login;
    private String subject;
    private LocalDate signedOn;
    private String fileHash;
    private Instant consentedAt;

    protected CancellationConsent() {}

    /** Of the party whose account the caller's is. */
    CancellationConsent(UUID id, AgreementVersion version, Party party, String reason, Caller by, Instant now) {
        this(id, version, party, reason, by.name(), by, now);
    }

    /** Of the client, on paper, recorded by the caller. */
    CancellationConsent(
            UUID id, AgreementVersion version, Cancellation.OnPaper paper, String reason, Caller by, Instant now) {
        this(id, version, Party.CLIENT, reason, paper.name(), by, now);
        this.title = paper.title();
        this.signedOn = paper.signedOn();
        this.fileHash = paper.file();
    }

    private CancellationConsent(
            UUID id, AgreementVersion version, Party party, String reason, String name, Caller by, Instant now) {
        this.id = id;
        this.versionId = version.id();
        this.party = party;
        this.reason = reason;
        this.name = name;
        this.login = by.username();
        this.subject = by.subject();
        this.consentedAt = now;
    }

    void follows(int takenBack) {
        round = takenBack;
    }

    UUID id() {
        return id;
    }

    Party party() {
        return party;
    }

    String fileHash() {
        return fileHash;
    }

    ConsentView view() {
        return new ConsentView(party, reason, name, title, login, subject, signedOn, fileHash, consentedAt);
    }
}
