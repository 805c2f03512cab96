package dev.remit.tickets.clocks;

/** Why a breach is excused: what an agreement may exclude from a promise. */
public enum ExcuseReason {
    /** It happened in a window that was announced. */
    MAINTENANCE,
    /** The client had not done its part. */
    CLIENT_DUTY,
    /** Nobody could help it. */
    FORCE_MAJEURE
}
