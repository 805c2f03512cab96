package dev.remit.engines.sla;

/** Why a clock's cycle ended without a verdict. */
public enum CancelReason {
    /** The ticket was merged into another. */
    MERGED,
    /** The ticket says what another one says already. */
    DUPLICATE,
    /** The request was withdrawn. */
    CANCELLED,
    /** Nobody asked for anything. */
    SPAM,
    /** The agreement ended while the clock ran. */
    AGREEMENT_ENDED,
    /** Other terms were pinned under which nothing is owed as yet. */
    SUPERSEDED,
    /** New facts from the client began the clock anew under other terms. */
    RESTARTED,
    /** The ticket came to a priority at which no update is promised. */
    NO_TARGET;

    /** Whether a breach before such an end is left out of compliance too: the ticket was never a promise to keep. */
    public boolean voidsBreach() {
        return this == MERGED || this == DUPLICATE || this == CANCELLED || this == SPAM;
    }
}
