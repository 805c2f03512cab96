package dev.remit.engines.ledger;

/** What the source of a time entry says about charging for it. */
public enum Billability {
    BILLABLE,
    NOT_BILLABLE,
    COVERED,
    BILLED_ELSEWHERE
}
