package dev.remit.contracts.agreements;

import dev.remit.contracts.agreements.terms.Terms;
import dev.remit.kit.audit.Audited;
import dev.remit.kit.audit.StoredJson;
import dev.remit.kit.problem.Problem;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** One numbered version of an agreement and the steps it can take. Steps are taken under the row's lock. */
@Entity
@Audited("agreement-version")
@Table(name = "agreement_version")
class AgreementVersion {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "agreement_id")
    private Agreement agreement;

    private UUID clientId;
    private int number;

    @Enumerated(EnumType.STRING)
    private VersionStatus status;

    private LocalDate effectiveFrom;
    private LocalDate effectiveTo;

    @StoredJson
    private byte[] terms;

    /** Counts the proposals: a signature belongs to one, so that a withdrawn version is signed anew. */
    private int proposal;

    private String contentHash;
    private String documentHash;
    private Instant createdAt;
    private Instant proposedAt;
    private Instant activatedAt;
    private int revision;

    protected AgreementVersion() {}

    AgreementVersion(UUID id, Agreement agreement, int number, Instant now) {
        this.id = id;
        this.agreement = agreement;
        this.clientId = agreement.client().id();
        this.number = number;
        this.status = VersionStatus.DRAFT;
        this.createdAt = now;
    }

    void draft(Terms wanted, byte[] bytes) {
        require("changed", VersionStatus.DRAFT);
        effectiveFrom = wanted.effectiveFrom();
        effectiveTo = wanted.effectiveTo();
        terms = bytes;
        revision++;
    }

    void propose(String hash, Instant now) {
        require("proposed", VersionStatus.DRAFT);
        status = VersionStatus.PROPOSED;
        contentHash = hash;
        proposedAt = now;
        proposal++;
        revision++;
    }

    void withdraw() {
        require("withdrawn", VersionStatus.PROPOSED);
        status = VersionStatus.DRAFT;
        contentHash = null;
        proposedAt = null;
        revision++;
    }

    void activate(String hash, Instant now) {
        require("activated", VersionStatus.PROPOSED);
        status = VersionStatus.ACTIVE;
        documentHash = hash;
        activatedAt = now;
        revision++;
    }

    /** Gives way to a later version; ends no later than it would have ended anyway. */
    void supersede(LocalDate from) {
        require("superseded", VersionStatus.ACTIVE);
        status = VersionStatus.SUPERSEDED;
        end(from);
    }

    void terminate(LocalDate from) {
        require("terminated", VersionStatus.ACTIVE);
        status = VersionStatus.TERMINATED;
        end(from);
    }

    private void end(LocalDate from) {
        if (effectiveTo == null || from.isBefore(effectiveTo)) {
            effectiveTo = from;
        }
        revision++;
    }

    /** @throws Problem wrong-state unless the version is in one of these states */
    void require(String step, VersionStatus... allowed) {
        if (!Set.of(allowed).contains(status)) {
            throw Problem.wrongState("A version that is " + status + " cannot be " + step + ".");
        }
    }

    boolean isDraft() {
        return status == VersionStatus.DRAFT;
    }

    /** Whether both parties signed it. */
    boolean isSigned() {
        return documentHash != null;
    }

    boolean inForceOn(LocalDate date) {
        return isSigned() && !date.isBefore(effectiveFrom) && (effectiveTo == null || date.isBefore(effectiveTo));
    }

    /** Whether some date belongs to the ranges of both. */
    boolean overlaps(AgreementVersion other) {
        return (other.effectiveTo == null || effectiveFrom.isBefore(other.effectiveTo))
                && (effectiveTo == null || other.effectiveFrom.isBefore(effectiveTo));
    }

    UUID id() {
        return id;
    }

    Agreement agreement() {
        return agreement;
    }

    int number() {
        return number;
    }

    VersionStatus status() {
        return status;
    }

    LocalDate effectiveFrom() {
        return effectiveFrom;
    }

    LocalDate effectiveTo() {
        return effectiveTo;
    }

    byte[] terms() {
        return terms;
    }

    int proposal() {
        return proposal;
    }

    String contentHash() {
        return contentHash;
    }

    String documentHash() {
        return documentHash;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant proposedAt() {
        return proposedAt;
    }

    Instant activatedAt() {
        return activatedAt;
    }

    int revision() {
        return revision;
    }
}
