package dev.remit.billing.approvals;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Instant;

/**
 * How a quote ended.
 *
 * @param by null where nobody decided it: it ran out, or is not needed any more
 * @param typedName by which the approver decided; null for anybody else
 * @param reason why it was declined or taken back; null where nobody was asked
 * @param shownHash the hash of what was decided on; null where nobody decided it
 */
@Embeddable
record QuoteOutcome(
        @Column(name = "decided_at") Instant at,

        @Embedded
        @AttributeOverride(name = "name", column = @Column(name = "decided_by_name"))
        @AttributeOverride(name = "email", column = @Column(name = "decided_by_email"))
        @AttributeOverride(name = "login", column = @Column(name = "decided_by_login"))
        @AttributeOverride(name = "subject", column = @Column(name = "decided_by_subject"))
        @AttributeOverride(name = "role", column = @Column(name = "decided_by_role"))
        @AttributeOverride(name = "method", column = @Column(name = "decided_by_method"))
        Decider by,

        String typedName,
        @Column(name = "decision_reason") String reason,
        @Column(name = "decided_hash") String shownHash) {

    static QuoteOutcome undecided(Instant at) {
        return new QuoteOutcome(at, null, null, null, null);
    }

    static QuoteOutcome recalled(Decider by, String reason, Instant at) {
        return new QuoteOutcome(at, by, null, reason, null);
    }
}
