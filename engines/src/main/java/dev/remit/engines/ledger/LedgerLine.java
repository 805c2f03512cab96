package dev.remit.engines.ledger;

/** An unpublished line as the facts want it. */
public record LedgerLine(LineKey key, Figures figures, Basis basis) {}
