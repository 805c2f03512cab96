package dev.remit.notifications.feeds;

import dev.remit.kit.http.MoneyJson;
import dev.remit.notifications.mail.MailHints;
import dev.remit.notifications.notifications.AuthorisationWord;
import dev.remit.notifications.notifications.NotificationType;
import dev.remit.notifications.notifications.QuoteWord;
import java.time.Instant;
import java.util.UUID;

/** What is read of the events of billing-service. */
final class BillingEvents {
    private BillingEvents() {}

    record Addressee(String name, String login) {}

    record QuoteSent(
            UUID quoteId,
            UUID ticketId,
            UUID workItemId,
            UUID clientId,
            Instant sentAt,
            Addressee approver,
            Instant expiresAt) {

        QuoteWord word() {
            String name = approver == null ? null : approver.name();
            return new QuoteWord(quoteId, workItemId, "SENT", name, sentAt, expiresAt, null, null);
        }

        MailHints hints() {
            return MailHints.ofQuote(approver == null ? null : approver.login(), expiresAt);
        }
    }

    /** A quote that is out goes to somebody else. */
    record QuoteReaddressed(UUID quoteId, Addressee to) {}

    record QuoteDecided(
            UUID quoteId,
            UUID ticketId,
            UUID workItemId,
            UUID clientId,
            String decision,
            Instant decidedAt,
            String by) {

        NotificationType type() {
            return NotificationType.valueOf("QUOTE_" + decision);
        }

        QuoteWord word() {
            return new QuoteWord(quoteId, workItemId, decision, null, null, null, decidedAt, by);
        }
    }

    record WorkAuthorised(
            UUID ticketId, UUID workItemId, UUID clientId, UUID quoteId, MoneyJson cap, Instant authorisedAt) {
        AuthorisationWord word() {
            return new AuthorisationWord(workItemId, quoteId, cap, authorisedAt);
        }
    }
}
