package dev.remit.billing.extras;

import dev.remit.billing.approvals.Decider;
import dev.remit.engines.ledger.ApprovedQuote;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A work item's cap as a link of evidence says it.
 *
 * @param cap decimal text, the sum of what was approved
 * @param billedBefore decimal text
 */
record ProvenCap(
        UUID workItemId,
        String currency,
        String cap,
        String billedBefore,
        List<UUID> quotes,
        List<Approval> approvals) {

    /** Who approved a quote, how and when. */
    record Approval(
            UUID quoteId,
            String name,
            String email,
            String login,
            String subject,
            String role,
            String method,
            Instant at) {

        static Approval of(ApprovedQuote approved, Decider by) {
            return new Approval(
                    approved.quoteId(),
                    by.name(),
                    by.email(),
                    by.login(),
                    by.subject(),
                    by.role(),
                    by.method(),
                    approved.approvedAt());
        }
    }
}
