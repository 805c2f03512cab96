package dev.remit.notifications.feeds;

import dev.remit.notifications.mail.MailHints;
import dev.remit.notifications.mailkinds.Audience;
import dev.remit.notifications.notifications.ClockWord;
import dev.remit.notifications.notifications.ReviewWord;
import dev.remit.notifications.notifications.RulingWord;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

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
     * A warning, an escalation, a breach, a met target or a correction; each has some of the members.
     *
     * @param to who is told of an escalation, besides people: ASSIGNEE, SERVICE_DESK, OWNER
     * @param people who are told of it, by login or address
     * @param assignee who has the ticket, where they are told and known
     * @param coveredAt the first moment from the notice on that lies in the hours of cover of the clock
     */
    record ClockEvent(
            UUID ticketId,
            UUID clientId,
            String priority,
            String clock,
            String cycle,
            Integer percent,
            String rule,
            Integer minutesFromDue,
            List<String> to,
            List<String> people,
            String assignee,
            Instant at,
            Instant due,
            Instant coveredAt,
            String was,
            String is,
            String because) {

        private List<String> addressees() {
            return Stream.concat(Stream.ofNullable(people).flatMap(List::stream), Stream.ofNullable(assignee))
                    .toList();
        }

        /** Where nobody has a ticket whose assignee is to be told, the service desk is. */
        private Set<Audience> audiences() {
            Set<Audience> audiences = EnumSet.noneOf(Audience.class);
            for (String one : to == null ? List.<String>of() : to) {
                switch (one) {
                    case "OWNER" -> audiences.add(Audience.OWNER);
                    case "SERVICE_DESK" -> audiences.add(Audience.SERVICE_DESK);
                    default -> {
                        if (assignee == null) {
                            audiences.add(Audience.SERVICE_DESK);
                        }
                    }
                }
            }
            return audiences;
        }

        ClockWord word() {
            return new ClockWord(
                    clock, cycle, priority, percent, rule, minutesFromDue, at, due, coveredAt, was, is, because);
        }

        MailHints hints() {
            return MailHints.ofClock(coveredAt, priority).toldTo(addressees(), audiences());
        }
    }
}
