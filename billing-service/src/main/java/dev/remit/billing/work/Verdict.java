package dev.remit.billing.work;

/** What a contract says of a piece of work. A verdict that is new to us reads as one that holds the work. */
public enum Verdict {
    INCLUDED,
    EXTRA,
    EXCLUDED,
    SILENT,
    AMBIGUOUS
}
