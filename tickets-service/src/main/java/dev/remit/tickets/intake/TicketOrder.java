package dev.remit.tickets.intake;

/** What a list of tickets is sorted by. */
public enum TicketOrder {
    /** By the last change, all tickets. */
    UPDATED("t.updatedAt"),
    /** By the next due moment over all clocks, late ones first: tickets with an open clock. */
    DUE("t.dueAt"),
    /**
     * By the share of a target that is used, in levels (late, from 90, 75 and 50 percent, below), and within one by who comes to the
     * next level first, of late ones who is late for longest: tickets with an open clock.
     */
    PERCENT("t.usedRank");

    private final String key;

    TicketOrder(String key) {
        this.key = key;
    }

    /** The ticket's member by which it is sorted, in a query that calls the ticket {@code t}. */
    String key() {
        return key;
    }

    /** What a ticket has of that. */
    Object of(Ticket ticket) {
        return switch (this) {
            case UPDATED -> ticket.updatedAt();
            case DUE -> ticket.dueAt();
            case PERCENT -> ticket.usedRank();
        };
    }

    /** Whether a ticket without an open clock has no place in it. */
    boolean isOfOpenClocks() {
        return this != UPDATED;
    }
}
