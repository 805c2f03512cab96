package dev.remit.billing.approvals;

import dev.remit.billing.clients.ClientFacts.ApproverFacts;
import dev.remit.kit.audit.Audited;
import dev.remit.kit.audit.Withheld;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** One quote and what may happen to it: a draft is changed, sent, and decided, taken back or left to run out. */
@Entity
@Audited("quote")
@Table(name = "quote")
class Quote extends QuoteContent {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    @Version
    private long version;

    private UUID workItemId;
    private UUID ticketId;
    private UUID clientId;

    @Enumerated(EnumType.STRING)
    private QuoteKind kind;

    @Enumerated(EnumType.STRING)
    private QuoteStatus status = QuoteStatus.DRAFT;

    /** 1 while this is its work item's initial quote, null otherwise: a unique key makes it the only one. */
    private Integer initialKey;

    @Embedded
    private AddressedApprover approver;

    private Instant createdAt;
    private Instant sentAt;

    @Embedded
    private QuoteOutcome outcome;

    /** What the approver is shown, from when it is sent. */
    @Withheld
    @Basic(fetch = FetchType.LAZY)
    @Column(columnDefinition = "longblob")
    private byte[] shown;

    /** Its SHA-256. */
    private String shownHash;

    protected Quote() {}

    Quote(UUID id, QuoteKind kind, UUID workItemId, UUID ticketId, UUID clientId, Instant createdAt) {
        this.id = id;
        this.kind = kind;
        this.initialKey = kind == QuoteKind.INITIAL ? 1 : null;
        this.workItemId = workItemId;
        this.ticketId = ticketId;
        this.clientId = clientId;
        this.createdAt = createdAt;
    }

    /** A new draft that says what this one says, for nobody yet. */
    Quote redrafted(UUID newId, Instant now) {
        Quote draft = new Quote(newId, kind, workItemId, ticketId, clientId, now);
        draft.copyContent(this);
        return draft;
    }

    /** @throws Problem wrong-state where it has ended */
    void addressTo(ApproverFacts other) {
        status.requireOpen();
        approver = AddressedApprover.of(other);
    }

    /** Addresses the draft to whom another quote is addressed to. */
    void addressAs(Quote other) {
        requireDraft();
        approver = other.approver == null ? null : other.approver.gone(null);
    }

    boolean isAddressedTo(ApproverFacts candidate) {
        return approver != null && approver.is(candidate);
    }

    /** Whether an entry of the client's list may decide: the one that it is addressed to, or a deputy of theirs. */
    boolean isDecidedBy(ApproverFacts candidate) {
        return approver != null && (approver.is(candidate) || candidate.isDeputyOf(approver.login()));
    }

    /** From now on it is for this account alone, if the approver that it is addressed to has one on record. */
    void bindTo(ApproverFacts candidate) {
        if (approver != null) {
            approver = approver.boundTo(candidate);
        }
    }

    /** Notes that whom it was sent to can decide it. */
    void approverFound() {
        approver = approver.gone(null);
    }

    /** Notes that nobody can decide it; says whether that is news. */
    boolean approverMissing(Instant now) {
        boolean news = approver.goneAt() == null;
        if (news) {
            approver = approver.gone(now);
        }
        return news;
    }

    @Override
    void requireDraft() {
        status.requireDraft();
    }

    void send(Instant now) {
        requireDraft();
        if (cap() == null) {
            throw missing("cap", "a cap must be set before the quote is sent");
        }
        if (approver == null) {
            throw missing("approverEmail", "an approver must be named before the quote is sent");
        }
        if (!expiresAt().isAfter(now)) {
            throw missing("expiresAt", "the quote would expire before it is sent");
        }
        status = QuoteStatus.SENT;
        sentAt = now;
    }

    /** @throws Problem wrong-state for somebody without a login, who could never decide */
    void requireDecidableBy(ApproverFacts candidate) {
        if (candidate.username() == null || candidate.username().isBlank()) {
            throw missing("approverEmail", candidate.name() + " has no login and could not decide it");
        }
    }

    private static Problem missing(String field, String message) {
        return Problem.wrongState("The quote is not ready to be sent: " + message + ".")
                .error(field, message, "needed-to-send");
    }

    /** Keeps what the approver is shown and decides on. */
    void show(ShownQuote content) {
        shown = content.bytes();
        shownHash = ShownQuote.hash(shown);
    }

    /** @throws Problem stale where somebody decides on something else than it shows */
    void requireShown(String hash) {
        if (hash != null && !hash.equals(shownHash)) {
            throw Problem.of(ProblemType.STALE, "The quote shows something else; read it again.")
                    .error("shownHash", "must be the quote's " + shownHash, "stale");
        }
    }

    void requireDecidable(Instant now) {
        QuoteStatus known = statusAt(now);
        if (known == QuoteStatus.EXPIRED) {
            throw Problem.wrongState("The quote expired at " + expiresAt() + ".")
                    .member("quoteStatus", known.name());
        }
        if (known != QuoteStatus.SENT) {
            throw known.problem("only a SENT quote can be decided");
        }
    }

    /** Its status, also where nobody has noticed yet that it ran out. */
    private QuoteStatus statusAt(Instant now) {
        return status == QuoteStatus.SENT && isExpired(now) ? QuoteStatus.EXPIRED : status;
    }

    void approve(Decider by, String name, Instant now) {
        requireDecidable(now);
        end(QuoteStatus.APPROVED, new QuoteOutcome(now, by, name, null, shownHash));
    }

    void decline(Decider by, String name, String reason, Instant now) {
        requireDecidable(now);
        end(QuoteStatus.DECLINED, new QuoteOutcome(now, by, name, reason, shownHash));
    }

    /** Notes that it ran out undecided when it said it would, whenever that is noticed; says whether it has. */
    boolean expire(Instant now) {
        boolean ranOut = status != statusAt(now);
        if (ranOut) {
            end(QuoteStatus.EXPIRED, QuoteOutcome.undecided(expiresAt()));
        }
        return ranOut;
    }

    /** Ends a quote that is not needed any more. */
    void withdraw(Instant now) {
        status.requireOpen();
        end(QuoteStatus.WITHDRAWN, QuoteOutcome.undecided(now));
        giveUpInitial();
    }

    /** Takes a quote that is out back. */
    void recall(Decider by, String reason, Instant now) {
        requireOut(now);
        end(QuoteStatus.WITHDRAWN, QuoteOutcome.recalled(by, reason, now));
        giveUpInitial();
    }

    /** Lets another quote be its work item's initial one. */
    void giveUpInitial() {
        initialKey = null;
    }

    private void end(QuoteStatus as, QuoteOutcome how) {
        status = as;
        outcome = how;
    }

    /** @throws Problem wrong-state unless it was sent and waits for its decision */
    void requireOut(Instant now) {
        statusAt(now).requireSent();
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID workItemId() {
        return workItemId;
    }

    UUID ticketId() {
        return ticketId;
    }

    UUID clientId() {
        return clientId;
    }

    QuoteKind kind() {
        return kind;
    }

    QuoteStatus status() {
        return status;
    }

    boolean isInitial() {
        return initialKey != null;
    }

    /** To whom it is addressed; null while nobody is named. */
    AddressedApprover approver() {
        return approver;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** Null while it was never sent. */
    Instant sentAt() {
        return sentAt;
    }

    /** How it ended; null while it is open. */
    QuoteOutcome outcome() {
        return outcome;
    }

    Optional<byte[]> shown() {
        return Optional.ofNullable(shown).map(byte[]::clone);
    }

    String shownHash() {
        return shownHash;
    }
}
