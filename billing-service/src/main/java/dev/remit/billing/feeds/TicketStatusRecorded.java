package dev.remit.billing.feeds;

import java.util.Set;
import java.util.UUID;

/**
 * How a ticket stands, when it was received and each time that it changes.
 *
 * @param status null for one that means nothing; the source's deletion is told as CANCELLED
 */
record TicketStatusRecorded(UUID ticketId, String status) implements Fact {
    private static final Set<String> CALLED_OFF = Set.of("CANCELLED", "DUPLICATE", "MERGED", "SPAM");

    boolean isCalledOff() {
        return status != null && CALLED_OFF.contains(status);
    }
}
