package dev.remit.engines.reports;

/** What of a ticket's life is counted by its date. */
public enum MomentKind {
    /** It came into being. */
    CREATED,
    /** The client had its first response. */
    ANSWERED,
    /** It ended with a resolution, or was closed. */
    RESOLVED,
    /** It ended without one. */
    CANCELLED,
    /** It went on after an end. */
    REOPENED
}
