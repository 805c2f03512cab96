package dev.remit.notifications.mail;

import java.time.Instant;

/**
 * What mail has to know of an occasion, beside what receivers are told of it. Each may be null.
 *
 * @param coveredAt the first moment from the occasion on that lies in the hours of cover
 * @param priority of the ticket
 * @param approver the login of whom a quote was sent to
 * @param technician whose work it is, by login or address
 * @param expiresAt until when something can be decided
 */
public record MailHints(Instant coveredAt, String priority, String approver, String technician, Instant expiresAt) {
    public static final MailHints NONE = new MailHints(null, null, null, null, null);
    private static final String MOST_URGENT = "P1";

    public static MailHints ofClock(Instant coveredAt, String priority) {
        return new MailHints(coveredAt, priority, null, null, null);
    }

    public static MailHints ofQuote(String approver, Instant expiresAt) {
        return new MailHints(null, null, approver, null, expiresAt);
    }

    public static MailHints ofWork(String technician) {
        return new MailHints(null, null, null, technician, null);
    }

    /** The same, with the priority of the ticket where none is known yet. */
    public MailHints orPriority(String ofTicket) {
        return priority != null ? this : new MailHints(coveredAt, ofTicket, approver, technician, expiresAt);
    }

    /** Whether nothing holds it back. */
    boolean isUrgent() {
        return MOST_URGENT.equals(priority);
    }
}
