package dev.remit.billing.approvals;

import dev.remit.billing.clients.ClientFacts.ApproverFacts;
import dev.remit.kit.audit.Audited;
import dev.remit.kit.audit.Withheld;
import dev.remit.kit.problem.Problem;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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

    Integer estimateMinutes;
    Long estimateMinor;
    Long capMinor;
    String approverName;
    String approverEmail;
    Instant expiresAt;
    Instant createdAt;
    Instant sentAt;
    Instant decidedAt;
    String decidedByName;
    String decidedByEmail;
    String typedName;
    String declineReason;

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

    void addressTo(ApproverFacts approver) {
        approverName = approver.name();
        approverEmail = approver.email();
    }

    void addressAs(Quote earlier) {
        approverName = earlier.approverName;
        approverEmail = earlier.approverEmail;
    }

    void requireDraft() {
        if (status != QuoteStatus.DRAFT) {
            throw Problem.wrongState("The quote is " + status + "; only a DRAFT can be changed or sent.")
                    .member("quoteStatus", status.name());
        }
    }

    void send(Instant now, Instant defaultExpiry) {
        requireDraft();
        if (capMinor == null) {
            throw missing("cap", "a cap must be set before the quote is sent");
        }
        if (approverEmail == null) {
            throw missing("approverEmail", "an approver must be named before the quote is sent");
        }
        if (expiresAt == null) {
            expiresAt = defaultExpiry;
        }
        if (!expiresAt.isAfter(now)) {
            throw missing("expiresAt", "the quote would expire before it is sent");
        }
        status = QuoteStatus.SENT;
        sentAt = now;
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

    void approve(ApproverFacts by, String name, Instant now) {
        decide(QuoteStatus.APPROVED, by, name, now);
    }

    void decline(ApproverFacts by, String name, String reason, Instant now) {
        decide(QuoteStatus.DECLINED, by, name, now);
        declineReason = reason;
    }

    private void decide(QuoteStatus decision, ApproverFacts by, String name, Instant now) {
        requireDecidable(now);
        status = decision;
        decidedAt = now;
        decidedByName = by.name();
        decidedByEmail = by.email();
        typedName = name;
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
}
