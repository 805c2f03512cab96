package dev.remit.contracts.agreements;

/** What people did with a version. Where it stands on a date follows from this and its dates: {@link VersionStatus}. */
enum VersionState {
    /** It is being written. */
    DRAFT,
    /** It was deleted while it was being written, and is shown to nobody. */
    DISCARDED,
    /** It was frozen and is out for signature. */
    PROPOSED,
    /** Both parties signed it, and it was published. */
    SIGNED,
    /** It was signed, and then ended before its time. */
    TERMINATED,
    /** It was signed, and then cancelled before it began. */
    WITHDRAWN
}
