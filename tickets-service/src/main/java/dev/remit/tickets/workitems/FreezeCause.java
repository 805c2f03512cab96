package dev.remit.tickets.workitems;

/** Why a ruling no longer changes by itself. */
public enum FreezeCause {
    /** A person or the PSA has said what kind of work it is. */
    CATEGORISED,
    /** Somebody has worked on it. */
    TIME_ENTRY,
    /** A person has ruled. */
    BY_HAND
}
