package dev.remit.tickets.workitems;

/** Who relies on a ruling, so that it no longer changes by itself. */
public enum FreezeCause {
    /** Somebody has worked on it, after the work was categorised; when all such entries are gone, it changes by itself again. */
    TIME_ENTRY,
    /** A quote for it was sent to the client. */
    QUOTE,
    /** A person has ruled. */
    BY_HAND
}
