package dev.remit.tickets.agreements;

import dev.remit.kit.audit.Unaudited;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** When a version of an agreement is in force; what it says is in its document. */
@Entity
@Unaudited("a copy of what contracts-service published")
public class AgreementVersion {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID agreementId;
    private UUID clientId;
    private int number;
    private String documentHash;
    private String contentHash;
    private LocalDate effectiveFrom;
    private LocalDate effectiveTo;
    private LocalDate signedTo;
    private Instant knownAt;
    private Instant endKnownAt;

    protected AgreementVersion() {}

    AgreementVersion(UUID id, ActivatedVersion activated, Instant knownAt) {
        this.id = id;
        this.agreementId = activated.agreementId();
        this.clientId = activated.clientId();
        this.number = activated.version();
        this.documentHash = activated.documentHash();
        this.contentHash = activated.contentHash();
        this.effectiveFrom = activated.effectiveFrom();
        this.effectiveTo = activated.effectiveTo();
        this.signedTo = activated.effectiveTo();
        this.knownAt = knownAt;
    }

    void endOn(LocalDate firstDayWithout, Instant now) {
        effectiveTo = firstDayWithout;
        endKnownAt = now;
    }

    public UUID agreementId() {
        return agreementId;
    }

    public int number() {
        return number;
    }

    public String documentHash() {
        return documentHash;
    }

    boolean isInForce(LocalDate date) {
        return !date.isBefore(effectiveFrom) && (effectiveTo == null || date.isBefore(effectiveTo));
    }

    LocalDate effectiveFrom() {
        return effectiveFrom;
    }

    LocalDate effectiveTo() {
        return effectiveTo;
    }

    /** Whether it was in force on a local date, as far as was known at a moment. */
    boolean wasInForce(LocalDate date, Instant knownBy) {
        LocalDate end = endAsKnown(knownBy);
        return !knownAt.isAfter(knownBy) && !date.isBefore(effectiveFrom) && (end == null || date.isBefore(end));
    }

    /** The first local date without it, as far as was known at a moment; null if open. */
    LocalDate endAsKnown(Instant knownBy) {
        return endKnownAt == null || !endKnownAt.isAfter(knownBy) ? effectiveTo : signedTo;
    }

    /** Since when its end has been known, in the tenant's time. */
    Instant endKnownSince(Instant knownBy) {
        return endKnownAt == null || endKnownAt.isAfter(knownBy) ? knownAt : endKnownAt;
    }
}
