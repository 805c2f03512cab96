package dev.remit.engines.scope;

/** The answer for one work item. */
public enum Verdict {
    /** A clause includes it, and its included volume, if any, is not used up. */
    INCLUDED,
    /** A clause prices it, or its included volume is used up. */
    EXTRA,
    /** A clause says that it is not done. */
    EXCLUDED,
    /** No clause speaks of it; {@link SilentReason} says why not. */
    SILENT,
    /** Clauses of equal weight disagree. */
    AMBIGUOUS
}
