package dev.remit.tickets.agreements;

import dev.remit.engines.agreement.VersionTerm;
import dev.remit.kit.audit.Unaudited;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
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
    private UUID masterId;
    private UUID clientId;
    private int number;
    private String documentHash;
    private String contentHash;
    private LocalDate effectiveFrom;
    private LocalDate effectiveTo;
    private boolean signedForThePast;
    private Instant knownAt;
    private LocalDate endedOn;
    private Instant endKnownAt;

    protected AgreementVersion() {}

    /** @param signedForThePast whether both parties signed a list of what it changes */
    AgreementVersion(UUID id, ActivatedVersion activated, boolean signedForThePast, Instant knownAt) {
        this.id = id;
        this.agreementId = activated.agreementId();
        this.masterId = activated.masterId();
        this.clientId = activated.clientId();
        this.number = activated.version();
        this.documentHash = activated.documentHash();
        this.contentHash = activated.contentHash();
        this.effectiveFrom = activated.effectiveFrom();
        this.effectiveTo = activated.effectiveTo();
        this.signedForThePast = signedForThePast;
        this.knownAt = knownAt;
    }

    /** One that nobody has signed, as it would be known from now on. */
    static AgreementVersion candidate(CompiledAgreement agreement, VersionTerm term, Instant now) {
        ActivatedVersion activated = new ActivatedVersion(
                term.agreementId(),
                agreement.document().client().id(),
                term.version(),
                agreement.documentHash(),
                agreement.contentHash(),
                term.effectiveFrom(),
                term.effectiveTo(),
                term.master());
        return new AgreementVersion(null, activated, true, now);
    }

    /** Takes in that it was ended before its time; one that was withdrawn ends on its first date. */
    void endOn(LocalDate firstDateWithout, Instant now) {
        if (!firstDateWithout.equals(endedOn)) {
            endedOn = firstDateWithout;
            endKnownAt = now;
        }
    }

    public UUID agreementId() {
        return agreementId;
    }

    public int number() {
        return number;
    }

    /** Whether tickets that ran under another version on its dates are ruled by it, as both parties signed. */
    public boolean isSignedForThePast() {
        return signedForThePast;
    }

    UUID clientId() {
        return clientId;
    }

    public String documentHash() {
        return documentHash;
    }

    /** Its term as far as is known now. */
    VersionTerm term() {
        return signedTerm().endedOn(endedOn);
    }

    /** Its term as far as was known at a moment, at which the version itself was known. */
    VersionTerm termAsKnown(Instant knownBy) {
        return wasEndKnown(knownBy) ? term() : signedTerm();
    }

    boolean wasKnown(Instant knownBy) {
        return !knownAt.isAfter(knownBy);
    }

    Instant knownAt() {
        return knownAt;
    }

    /** Since when it has been known that it is not in force on a date which it was signed for; empty where nothing of it is. */
    Optional<Instant> missingSince(LocalDate date, Instant knownBy) {
        boolean missing = wasEndKnown(knownBy) && signedTerm().includes(date) && !term().includes(date);
        return missing ? Optional.of(endKnownAt) : Optional.empty();
    }

    private VersionTerm signedTerm() {
        return new VersionTerm(agreementId, number, effectiveFrom, effectiveTo, masterId);
    }

    private boolean wasEndKnown(Instant knownBy) {
        return endKnownAt != null && !endKnownAt.isAfter(knownBy);
    }
}
