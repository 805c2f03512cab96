package dev.remit.tickets.intake;

/** What a ticket is waiting to learn. */
public enum Awaiting {
    /** No client goes by the code or reference that the source gave. */
    CLIENT,
    /** No agreement with the client has reached us. */
    AGREEMENT,
    /** An agreement is in force but the bytes of its document have not reached us. */
    DOCUMENT,
    /** Ruled SILENT for want of an agreement on that date; looked at again should one arrive. */
    COVERING_AGREEMENT
}
