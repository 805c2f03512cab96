package dev.remit.contracts.agreements;

import dev.remit.contracts.agreements.terms.Terms;
import dev.remit.engines.agreement.VersionTerm;
import dev.remit.engines.json.Json;
import dev.remit.kit.audit.Audited;
import dev.remit.kit.audit.StoredJson;
import dev.remit.kit.problem.Problem;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
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
    private VersionState state;

    private LocalDate effectiveFrom;

    /** As the terms have it, or as it was terminated. */
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

    /** That it was signed elsewhere; null where it was signed here. */
    @StoredJson
    private byte[] adopted;

    @Embedded
    private Ending ending;

    @Embedded
    private Origin origin;

    @Version
    private int revision = 1;

    protected AgreementVersion() {}

    /** @param origin what it began with; null for nothing */
    AgreementVersion(UUID id, Agreement agreement, int number, Origin origin, Instant now) {
        this.id = id;
        this.agreement = agreement;
        this.clientId = agreement.client().id();
        this.number = number;
        this.origin = origin;
        this.state = VersionState.DRAFT;
        this.createdAt = now;
    }

    void draft(Terms wanted, byte[] bytes) {
        require("changed", VersionState.DRAFT);
        effectiveFrom = wanted.effectiveFrom();
        effectiveTo = wanted.effectiveTo();
        terms = bytes;
    }

    /** Deletes a draft: its number stays taken, and it is shown to nobody. */
    void discard() {
        require("deleted", VersionState.DRAFT);
        state = VersionState.DISCARDED;
    }

    void propose(String hash, Instant now) {
        require("proposed", VersionState.DRAFT);
        state = VersionState.PROPOSED;
        contentHash = hash;
        proposedAt = now;
        proposal++;
    }

    void withdraw() {
        require("withdrawn", VersionState.PROPOSED);
        state = VersionState.DRAFT;
        contentHash = null;
        proposedAt = null;
    }

    void activate(String hash, Instant now) {
        require("activated", VersionState.PROPOSED);
        state = VersionState.SIGNED;
        documentHash = hash;
        activatedAt = now;
    }

    /**
     * Takes it over as signed elsewhere.
     *
     * @param record canonical JSON of an {@link Adopted}
     */
    void adopt(String content, String document, byte[] record, Instant now) {
        require("adopted", VersionState.DRAFT);
        state = VersionState.SIGNED;
        contentHash = content;
        documentHash = document;
        adopted = record;
        activatedAt = now;
    }

    /** @param firstDateWithout before it would have ended anyway */
    void terminate(LocalDate firstDateWithout, Ending how) {
        require("terminated", VersionState.SIGNED);
        state = VersionState.TERMINATED;
        effectiveTo = firstDateWithout;
        ending = how;
    }

    /** For one that has not begun. */
    void cancel(Ending how) {
        require("cancelled", VersionState.SIGNED);
        state = VersionState.WITHDRAWN;
        ending = how;
    }

    /**
     * Lets only somebody sign who has read what is proposed.
     *
     * @param hash of what they have read
     * @throws Problem wrong-state, if nothing is proposed; conflict, naming {@code contentHash}, if it is something else
     */
    void requireRead(String hash) {
        require("signed", VersionState.PROPOSED);
        if (!contentHash.equals(hash)) {
            throw Problem.conflict("The version that was proposed has another content hash; read it again.")
                    .error("contentHash", "is not that of the proposed content", "content-hash");
        }
    }

    /** @throws Problem wrong-state unless the version is in one of these states */
    void require(String step, VersionState... allowed) {
        if (!Set.of(allowed).contains(state)) {
            throw Problem.wrongState(
                    "A version that is " + state.name().toLowerCase(Locale.ROOT) + " cannot be " + step + ".");
        }
    }

    boolean isDraft() {
        return state == VersionState.DRAFT;
    }

    /** Whether it is, or was, out for signature. */
    boolean isShownToClient() {
        return state != VersionState.DRAFT && state != VersionState.DISCARDED;
    }

    boolean isProposed() {
        return state == VersionState.PROPOSED;
    }

    /** Whether both parties signed it, whatever became of it since. */
    boolean isSigned() {
        return documentHash != null;
    }

    /** When it may be in force, whatever was signed after it. */
    VersionTerm term() {
        VersionTerm own = new VersionTerm(agreement.id(), number, effectiveFrom, effectiveTo, agreement.masterId());
        return state == VersionState.WITHDRAWN ? own.withdrawn() : own;
    }

    UUID id() {
        return id;
    }

    Agreement agreement() {
        return agreement;
    }

    UUID clientId() {
        return clientId;
    }

    int number() {
        return number;
    }

    VersionState state() {
        return state;
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

    /** What it began with; null for nothing. */
    Origin origin() {
        return origin;
    }

    /** That it was signed elsewhere; null where it was signed here. */
    Adopted adopted() {
        return adopted == null ? null : Json.read(Json.parse(adopted), Adopted.class);
    }

    boolean isAdoptedWith(String fileHash) {
        return adopted != null && adopted().file().sha256().equals(fileHash);
    }

    /** How it was ended early; null where it was not. */
    EndingView ending() {
        return ending == null ? null : ending.view();
    }

    /** Grows when a change is flushed. */
    int revision() {
        return revision;
    }
}
