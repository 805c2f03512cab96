package dev.remit.notifications.mail;

import dev.remit.notifications.mailkinds.Audience;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What mail has to know of an occasion, beside what receivers are told of it. Each may be null.
 *
 * @param coveredAt the first moment from the occasion on that lies in the hours of cover
 * @param priority of the ticket
 * @param approver the login of whom a quote was sent to
 * @param technician whose work it is, by login or address
 * @param expiresAt until when something can be decided
 * @param people who are written to besides those whom the kind goes to, by login or address; never null, nor is the next
 * @param audiences the same, where no person is named
 */
public record MailHints(
        Instant coveredAt,
        String priority,
        String approver,
        String technician,
        Instant expiresAt,
        List<String> people,
        Set<Audience> audiences) {
    public static final MailHints NONE = of(null, null, null, null, null);
    private static final String MOST_URGENT = "P1";

    public static MailHints ofClock(Instant coveredAt, String priority) {
        return of(coveredAt, priority, null, null, null);
    }

    public static MailHints ofQuote(String approver, Instant expiresAt) {
        return of(null, null, approver, null, expiresAt);
    }

    public static MailHints ofWork(String technician) {
        return of(null, null, null, technician, null);
    }

    private static MailHints of(
            Instant coveredAt, String priority, String approver, String technician, Instant expiresAt) {
        return new MailHints(coveredAt, priority, approver, technician, expiresAt, List.of(), Set.of());
    }

    /** The same, with those who are written to besides those whom the kind goes to. */
    public MailHints toldTo(List<String> more, Set<Audience> moreAudiences) {
        return new MailHints(
                coveredAt, priority, approver, technician, expiresAt, List.copyOf(more), Set.copyOf(moreAudiences));
    }

    /** The same, with the priority of the ticket where none is known yet. */
    public MailHints orPriority(String ofTicket) {
        return priority != null
                ? this
                : new MailHints(coveredAt, ofTicket, approver, technician, expiresAt, people, audiences);
    }

    /** Whether nothing holds it back. */
    boolean isUrgent() {
        return MOST_URGENT.equals(priority);
    }
}
