package dev.remit.billing.extras;

/** What a line charges. */
public enum LineKind {
    LABOUR,
    TRAVEL
}
