package dev.remit.billing.approvals;

/** The first quote of a work item, or one that asks for more room after it. */
public enum QuoteKind {
    INITIAL,
    FURTHER
}
