package dev.remit.notifications.feeds;

import dev.remit.notifications.mail.MailHints;
import dev.remit.notifications.notifications.ClockWord;
import dev.remit.notifications.notifications.ReviewWord;
import dev.remit.notifications.notifications.RulingWord;
import java.time.Instant;
import java.util.UUID;

/** What is read of the events of tickets-service. */
final class TicketEvents {
    private TicketEvents() {}

    record Received(UUID ticketId, String connection, String externalId, String priority) {}

    record Changed(UUID ticketId, String priority) {}

    /**
     * Everything of a ruling but its texts and what only bills are made of.
     *
     * @param title for mail alone; null of a confidential ticket
     */
    record Ruled(
            UUID ticketId,
            UUID clientId,
            UUID workItemId,
            String title,
            UUID rulingId,
            int sequence,
            String verdict,
            String status,
            String item,
            RulingWord.ClauseKey clause,
            RulingWord.AgreementKey agreement,
            boolean approvalRequired,
            String reason,
            Instant ruledAt) {

        RulingWord word() {
            return new RulingWord(
                    workItemId,
                    rulingId,
                    sequence,
                    verdict,
                    status,
                    item,
                    clause,
                    agreement,
                    approvalRequired,
                    reason,
                    ruledAt);
        }
    }

    /** Waits for a person, or does no longer. */
    record ReviewEvent(
            UUID reviewId,
            String cause,
            String state,
            String connection,
            String externalId,
            String field,
            UUID ticketId,
            UUID clientId,
            ReviewWord.Otherwise otherwise,
            Instant raisedAt,
            Instant endedAt) {

        ReviewWord word() {
            return new ReviewWord(reviewId, cause, state, connection, externalId, field, otherwise, raisedAt, endedAt);
        }
    }

    /**
     * A warning, a breach, a met target or a correction; each has some of the members.
     *
     * @param coveredAt the first moment from the notice on that lies in the hours of cover of the clock
     */
    record ClockEvent(
            UUID ticketId,
            UUID clientId,
            String priority,
            String clock,
            String cycle,
            Integer percent,
            Instant at,
            Instant due,
            Instant coveredAt,
            String was,
            String is,
            String because) {

        ClockWord word() {
            return new ClockWord(clock, cycle, priority, percent, at, due, coveredAt, was, is, because);
        }

        MailHints hints() {
            return MailHints.ofClock(coveredAt, priority);
        }
    }
}
