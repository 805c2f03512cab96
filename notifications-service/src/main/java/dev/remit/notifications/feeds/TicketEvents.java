package dev.remit.notifications.feeds;

import dev.remit.notifications.notifications.ClockWord;
import dev.remit.notifications.notifications.RulingWord;
import java.time.Instant;
import java.util.UUID;

/** What is read of the events of tickets-service. */
final class TicketEvents {
    private TicketEvents() {}

    record Received(UUID ticketId, String connection, String externalId) {}

    /** Everything of a ruling but its texts and what only bills are made of. */
    record Ruled(
            UUID ticketId,
            UUID clientId,
            UUID workItemId,
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

    /** A warning, a breach, a met target or a correction; each has some of the members. */
    record ClockEvent(
            UUID ticketId,
            UUID clientId,
            String clock,
            String cycle,
            Integer percent,
            Instant at,
            Instant due,
            String was,
            String is,
            String because) {

        ClockWord word() {
            return new ClockWord(clock, cycle, percent, at, due, was, is, because);
        }
    }
}
