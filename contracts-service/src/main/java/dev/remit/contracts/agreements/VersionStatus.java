package dev.remit.contracts.agreements;

/** Where a version stands. What has a document hash was signed and never changes. */
public enum VersionStatus {
    /** Being written. */
    DRAFT,
    /** Frozen and out for signature. */
    PROPOSED,
    /** Signed by both, and no later version takes its place. */
    ACTIVE,
    /** Signed by both; a later version takes its place, from a date that may still be ahead. */
    SUPERSEDED,
    /** Signed by both; ended early without a version after it. */
    TERMINATED
}
