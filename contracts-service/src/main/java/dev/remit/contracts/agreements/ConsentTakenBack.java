package dev.remit.contracts.agreements;

import dev.remit.kit.audit.Audited;
import dev.remit.kit.tenancy.Caller;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** A party's word that its consent to a cancellation does not hold any more. Written once. */
@Entity
@Audited("cancellation-consent-taken-back")
@Immutable
@Table(name = "consent_taken_back")
class ConsentTakenBack {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID consentId;
    private String login;
    private String subject;
    private Instant takenBackAt;

    protected ConsentTakenBack() {}

    ConsentTakenBack(UUID id, CancellationConsent consent, Caller by, Instant now) {
        this.id = id;
        this.consentId = consent.id();
        this.login = by.username();
        this.subject = by.subject();
        this.takenBackAt = now;
    }
}
