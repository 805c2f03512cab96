package dev.remit.engines.ledger;

/** What a line charges. */
public enum LineKind {
    LABOUR,
    TRAVEL
}
