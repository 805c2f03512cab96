package dev.remit.engines.compliance;

/** What has come of a promise over a period. */
public enum PromiseState {
    /** The period is not over. */
    OPEN,
    /** As many were met as was promised. */
    KEPT,
    /** Fewer were. */
    MISSED,
    /** Too few counted for the promise to hold, or none. */
    NOT_PROMISED
}
