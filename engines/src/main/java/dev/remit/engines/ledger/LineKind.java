package dev.remit.engines.ledger;

/** What a line charges. */
public enum LineKind {
    /** Work, by the hour. */
    LABOUR,
    /** The part of a band's multiplier above 1, for work that is included otherwise. */
    SURCHARGE,
    /** A price for the work item, whatever time it takes. */
    FIXED,
    /** An amount for each unit that somebody has counted. */
    PER_UNIT,
    /** A fixed amount for work that is included otherwise, once for the work item and local date. */
    CALL_OUT,
    /** A trip. */
    TRAVEL;

    /** Whether it is charged once for several entries, whatever time they take. */
    public boolean isCharge() {
        return this == FIXED || this == PER_UNIT || this == CALL_OUT;
    }
}
