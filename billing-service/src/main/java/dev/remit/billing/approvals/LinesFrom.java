package dev.remit.billing.approvals;

/** Where a quote's lines come from. */
enum LinesFrom {
    /** From what the ruling's clause says of such work; a new ruling makes them anew. */
    RULING,
    /** Planned by the desk; a new ruling rates them again. */
    DESK,
    /** The time entries that wait for the approval, as they stand until the quote is sent. */
    RECORDED
}
