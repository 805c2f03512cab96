package dev.remit.billing.extras;

/**
 * Where a line stands on its way to finance. OPEN, HELD and INCLUDED lines follow the facts; the others keep their figures.
 * One of work that is included, or that a price for the work item stands for, never gets there.
 */
public enum ExtraStatus {
    OPEN,
    HELD,
    INCLUDED,
    LOCKED,
    EXPORTED,
    ACKNOWLEDGED,
    REVERSED
}
