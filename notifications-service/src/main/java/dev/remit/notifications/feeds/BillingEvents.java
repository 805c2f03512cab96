package dev.remit.notifications.feeds;

import dev.remit.kit.http.MoneyJson;
import dev.remit.notifications.mail.MailHints;
import dev.remit.notifications.notifications.AuthorisationWord;
import dev.remit.notifications.notifications.BatchWord;
import dev.remit.notifications.notifications.CapWord;
import dev.remit.notifications.notifications.ExtraWord;
import dev.remit.notifications.notifications.NotificationType;
import dev.remit.notifications.notifications.QuoteWord;
import dev.remit.notifications.notifications.QuotedPrice;
import dev.remit.notifications.notifications.RulingWord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
            Instant expiresAt,
            QuotedPrice price) {

        QuoteWord word() {
            String name = approver == null ? null : approver.name();
            return new QuoteWord(quoteId, workItemId, "SENT", name, sentAt, expiresAt, price, null, null);
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
            return new QuoteWord(quoteId, workItemId, decision, null, null, null, null, decidedAt, by);
        }
    }

    /** @param id by which the source knows them: a login, an address, or neither */
    record Technician(String id, String name) {}

    record CapNear(
            UUID ticketId,
            UUID workItemId,
            UUID clientId,
            UUID quoteId,
            MoneyJson cap,
            MoneyJson used,
            int threshold,
            long percent,
            Technician technician) {

        CapWord word() {
            String name = technician == null ? null : technician.name();
            return new CapWord(workItemId, quoteId, cap, used, threshold, percent, name);
        }

        MailHints hints() {
            return MailHints.ofWork(technician == null ? null : technician.id());
        }
    }

    record ExtraEvent(
            UUID extraId,
            UUID ticketId,
            UUID workItemId,
            UUID clientId,
            UUID timeEntryId,
            String origin,
            UUID refersTo,
            String kind,
            String status,
            String heldReason,
            LocalDate workDate,
            String item,
            RulingWord.ClauseKey clause,
            String band,
            long minutes,
            MoneyJson amount,
            MoneyJson billed,
            MoneyJson overCap,
            UUID quoteId) {

        ExtraWord word() {
            return new ExtraWord(
                    extraId,
                    workItemId,
                    timeEntryId,
                    origin,
                    refersTo,
                    kind,
                    status,
                    heldReason,
                    workDate,
                    item,
                    clause,
                    band,
                    minutes,
                    amount,
                    billed,
                    overCap,
                    quoteId);
        }
    }

    record BatchCreated(
            long batch, UUID clientId, int lines, List<MoneyJson> totals, String csvHash, Instant createdAt) {
        BatchWord word() {
            return new BatchWord(batch, lines, totals, csvHash, createdAt);
        }
    }

    record WorkAuthorised(
            UUID ticketId, UUID workItemId, UUID clientId, UUID quoteId, MoneyJson cap, Instant authorisedAt) {
        AuthorisationWord word() {
            return new AuthorisationWord(workItemId, quoteId, cap, authorisedAt);
        }
    }
}
