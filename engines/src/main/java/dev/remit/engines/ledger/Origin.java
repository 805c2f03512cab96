package dev.remit.engines.ledger;

/** How a line came to be. */
public enum Origin {
    /** Rated from a time entry. */
    RATED,
    /** The part of a published line that a further approval released from over the cap. */
    FOLLOW_UP,
    /** A published line negated. */
    REVERSAL
}
