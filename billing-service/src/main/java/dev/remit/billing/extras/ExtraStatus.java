package dev.remit.billing.extras;

/** Where a line stands on its way to finance. OPEN and HELD lines follow the facts; the others keep their figures. */
public enum ExtraStatus {
    OPEN,
    HELD,
    LOCKED,
    EXPORTED,
    ACKNOWLEDGED,
    REVERSED
}
