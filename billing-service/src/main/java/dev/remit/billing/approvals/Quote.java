package dev.remit.billing.approvals;

import dev.remit.billing.clients.ClientFacts.ApproverFacts;
import dev.remit.engines.money.Money;
import dev.remit.kit.audit.Audited;
import dev.remit.kit.audit.Withheld;
import dev.remit.kit.people.Logins;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import dev.remit.kit.tenancy.Caller;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** One quote and what may happen to it. */
@Entity
@Audited("quote")
@Table(name = "quote")
class Quote {
    @Id
    UUID id;

    @TenantId
    UUID tenantId;

    @Version
    long version;

    UUID workItemId;
    UUID ticketId;
    UUID clientId;

    @Enumerated(EnumType.STRING)
    QuoteKind kind;

    @Enumerated(EnumType.STRING)
    QuoteStatus status = QuoteStatus.DRAFT;

    /** 1 while this is its work item's initial quote, null otherwise: a unique key makes it the only one. */
    Integer initialKey;

    @Embedded
    QuoteTerms terms;

    /** Somebody changed the draft, so that a new ruling no longer prices it. */
    boolean touched;

    /** May be the title of a ticket, which may become confidential. */
    @Withheld
    String summary;

    /** Words of the desk among them. */
    @Withheld
    @Convert(converter = QuoteLines.Column.class)
    @Column(name = "quote_lines", columnDefinition = "longblob")
    QuoteLines lines = QuoteLines.NONE;

    @Enumerated(EnumType.STRING)
    LinesFrom linesFrom = LinesFrom.DESK;

    /** What the lines come to, before tax; null where nobody can say. */
    Long estimateMinor;

    Long capMinor;

    /** Somebody set the cap, so that it no longer follows the estimate. */
    boolean capSet;

    @Embedded
    @AttributeOverride(name = "name", column = @Column(name = "cap_confirmed_name"))
    @AttributeOverride(name = "login", column = @Column(name = "cap_confirmed_login"))
    @AttributeOverride(name = "subject", column = @Column(name = "cap_confirmed_subject"))
    @AttributeOverride(name = "at", column = @Column(name = "cap_confirmed_at"))
    @AttributeOverride(name = "estimateMinor", column = @Column(name = "cap_confirmed_estimate_minor"))
    @AttributeOverride(name = "capMinor", column = @Column(name = "cap_confirmed_cap_minor"))
    CapConfirmation capConfirmation;

    /** To whom it is addressed, as the client's list had them when it was sent. */
    UUID approverId;

    String approverName;
    String approverEmail;
    String approverLogin;

    /** The id of their account, once the list has had one while the quote was theirs; null before. */
    String approverSubject;

    /** Since when nobody can decide it: whom it was sent to is no approver any more and has no deputy. */
    Instant approverGoneAt;

    Instant expiresAt;
    Instant createdAt;
    Instant sentAt;
    Instant decidedAt;

    @Embedded
    @AttributeOverride(name = "name", column = @Column(name = "decided_by_name"))
    @AttributeOverride(name = "email", column = @Column(name = "decided_by_email"))
    @AttributeOverride(name = "login", column = @Column(name = "decided_by_login"))
    @AttributeOverride(name = "subject", column = @Column(name = "decided_by_subject"))
    @AttributeOverride(name = "role", column = @Column(name = "decided_by_role"))
    @AttributeOverride(name = "method", column = @Column(name = "decided_by_method"))
    Decider decidedBy;

    String typedName;
    String decisionReason;

    /** What the approver is shown, from when it is sent. */
    @Withheld
    @Basic(fetch = FetchType.LAZY)
    @Column(columnDefinition = "longblob")
    byte[] shown;

    /** Its SHA-256. */
    String shownHash;

    /** The hash of what was decided on. */
    String decidedHash;

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

    /** The most that may be billed under it, before tax; null while nobody has said. */
    Money cap() {
        return capMinor == null ? null : Money.of(capMinor, terms.currency());
    }

    /** @param cap in the currency of the terms */
    void capAt(Money cap) {
        if (!cap.isIn(terms.currency())) {
            throw new IllegalArgumentException("The quote is in " + terms.currency() + ", not " + cap);
        }
        capMinor = cap.minor();
        capSet = true;
    }

    /** What was said in another currency no longer stands. */
    void bindTo(QuoteTerms newTerms) {
        if (terms != null && !terms.currency().equals(newTerms.currency())) {
            capSet = false;
            capMinor = null;
            capConfirmation = null;
        }
        terms = newTerms;
    }

    /** Takes lines that were rated by its terms; the cap follows them until somebody sets it. */
    void plan(LinesFrom from, QuoteLines rated) {
        linesFrom = from;
        lines = rated;
        estimateMinor = rated.sum(terms.currency()).map(Money::minor).orElse(null);
        if (!capSet) {
            capMinor = estimateMinor != null && estimateMinor > 0 ? estimateMinor : null;
        }
    }

    boolean isCapBelowEstimate() {
        return capMinor != null && estimateMinor != null && capMinor < estimateMinor;
    }

    /** Keeps that somebody knows that the cap is below the estimate; nothing where it is not. */
    void confirmCap(Caller caller, Instant now) {
        if (isCapBelowEstimate()) {
            capConfirmation = CapConfirmation.by(caller, now, estimateMinor, capMinor);
        }
    }

    /** @throws Problem rule-broken where the cap is below the estimate and nobody has said that it may be */
    void requireCapConfirmed() {
        if (isCapBelowEstimate() && (capConfirmation == null || !capConfirmation.covers(estimateMinor, capMinor))) {
            throw Problem.of(
                            ProblemType.RULE_BROKEN,
                            "The cap of " + cap() + " is below the estimate of "
                                    + Money.of(estimateMinor, terms.currency()) + ".")
                    .error(
                            "confirmCapBelowEstimate",
                            "must be true where the cap is below the estimate",
                            "cap-below-estimate");
        }
    }

    void addressTo(ApproverFacts approver) {
        approverId = approver.approverId();
        approverName = approver.name();
        approverEmail = approver.email();
        approverLogin = approver.username();
        approverSubject = approver.subject();
        approverGoneAt = null;
    }

    void addressAs(Quote other) {
        approverId = other.approverId;
        approverName = other.approverName;
        approverEmail = other.approverEmail;
        approverLogin = other.approverLogin;
        approverSubject = other.approverSubject;
    }

    /** Whether an entry of the client's list is still the one that the quote was sent to. */
    boolean isAddressedTo(ApproverFacts approver) {
        return approver.approverId().equals(approverId)
                && Logins.same(approver.username(), approverLogin)
                && approver.email().equalsIgnoreCase(approverEmail)
                && (approverSubject == null || approverSubject.equals(approver.subject()));
    }

    /** From now on it is for this account alone, if the approver that it is addressed to has one on record. */
    void bindTo(ApproverFacts approver) {
        if (approverSubject == null && isAddressedTo(approver)) {
            approverSubject = approver.subject();
        }
    }

    void requireDraft() {
        if (status != QuoteStatus.DRAFT) {
            throw Problem.wrongState("The quote is " + status + "; only a DRAFT can be changed or sent.")
                    .member("quoteStatus", status.name());
        }
    }

    void send(Instant now) {
        requireDraft();
        if (capMinor == null) {
            throw missing("cap", "a cap must be set before the quote is sent");
        }
        if (approverEmail == null) {
            throw missing("approverEmail", "an approver must be named before the quote is sent");
        }
        if (!expiresAt.isAfter(now)) {
            throw missing("expiresAt", "the quote would expire before it is sent");
        }
        status = QuoteStatus.SENT;
        sentAt = now;
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

    private static Problem missing(String field, String message) {
        return Problem.wrongState("The quote is not ready to be sent: " + message + ".")
                .error(field, message, "needed-to-send");
    }

    boolean isExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    void requireDecidable(Instant now) {
        if (status == QuoteStatus.EXPIRED || (status == QuoteStatus.SENT && isExpired(now))) {
            throw Problem.wrongState("The quote expired at " + expiresAt + ".")
                    .member("quoteStatus", QuoteStatus.EXPIRED.name());
        }
        if (status != QuoteStatus.SENT) {
            throw Problem.wrongState("The quote is " + status + "; only a SENT quote can be decided.")
                    .member("quoteStatus", status.name());
        }
    }

    void approve(Decider by, String name, Instant now) {
        decide(QuoteStatus.APPROVED, by, name, now);
    }

    void decline(Decider by, String name, String reason, Instant now) {
        decide(QuoteStatus.DECLINED, by, name, now);
        decisionReason = reason;
    }

    private void decide(QuoteStatus decision, Decider by, String name, Instant now) {
        requireDecidable(now);
        status = decision;
        decidedAt = now;
        decidedBy = by;
        typedName = name;
        decidedHash = shownHash;
    }

    /** It ran out when it said it would, whenever that is noticed. */
    void expire() {
        status = QuoteStatus.EXPIRED;
        decidedAt = expiresAt;
    }

    void withdraw(Instant now) {
        status = QuoteStatus.WITHDRAWN;
        decidedAt = now;
        initialKey = null;
    }

    /** Takes a quote that is out back. */
    void recall(Decider by, String reason, Instant now) {
        requireOut(now);
        withdraw(now);
        decidedBy = by;
        decisionReason = reason;
    }

    /** @throws Problem wrong-state unless it was sent and waits for its decision */
    void requireOut(Instant now) {
        if (status != QuoteStatus.SENT || isExpired(now)) {
            QuoteStatus shown = status == QuoteStatus.SENT ? QuoteStatus.EXPIRED : status;
            throw Problem.wrongState("The quote is " + shown + "; only a SENT quote is out with an approver.")
                    .member("quoteStatus", shown.name());
        }
    }

    /** @throws Problem wrong-state for somebody without a login, who could never decide */
    void requireDecidableBy(ApproverFacts approver) {
        if (approver.username() == null || approver.username().isBlank()) {
            throw missing("approverEmail", approver.name() + " has no login and could not decide it");
        }
    }

    /** A new draft that says what this one says, for nobody yet. */
    Quote redrafted(UUID newId, Instant now) {
        Quote draft = new Quote(newId, kind, workItemId, ticketId, clientId, now);
        draft.terms = terms;
        draft.touched = touched;
        draft.summary = summary;
        draft.lines = lines;
        draft.linesFrom = linesFrom;
        draft.estimateMinor = estimateMinor;
        draft.capMinor = capMinor;
        draft.capSet = capSet;
        draft.capConfirmation = capConfirmation;
        return draft;
    }
}
