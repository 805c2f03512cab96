package dev.remit.tickets.connections;

import dev.remit.engines.sla.CancelReason;
import java.util.Optional;

/** What a source's status means to us. */
public enum TicketStatus {
    OPEN,
    IN_PROGRESS,
    /** Counts as a response where the agreement says that a status can be one. */
    RESPONDED,
    WAITING_CLIENT,
    WAITING_VENDOR,
    /** The work was agreed for a later date. */
    SCHEDULED,
    RESOLVED,
    CLOSED,
    CANCELLED,
    DUPLICATE,
    MERGED,
    SPAM;

    /** Whether the ticket ended, with or without a resolution. */
    public boolean isEnd() {
        return isResolution() || cancellation().isPresent();
    }

    /** Whether the work is done. */
    public boolean isResolution() {
        return this == RESOLVED || this == CLOSED;
    }

    /** Why the ticket ended without a resolution; empty if it did not. */
    public Optional<CancelReason> cancellation() {
        return switch (this) {
            case CANCELLED -> Optional.of(CancelReason.CANCELLED);
            case DUPLICATE -> Optional.of(CancelReason.DUPLICATE);
            case MERGED -> Optional.of(CancelReason.MERGED);
            case SPAM -> Optional.of(CancelReason.SPAM);
            default -> Optional.empty();
        };
    }
}
