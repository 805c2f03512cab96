package dev.remit.tickets.intake;

/** How far somebody has got with a review. */
public enum ReviewState {
    /** Nobody has looked at it. */
    OPEN,
    /** A person stands for what was told: it is taken as it is. */
    RESOLVED,
    /** A person wants nothing made of it. */
    DISMISSED,
    /** Its cause has gone: a name was mapped, a correction came, or the payload was taken in again. */
    CLOSED
}
