package dev.remit.billing.work;

/** What the source of a time entry says about charging for it. */
public enum Billability {
    BILLABLE,
    NOT_BILLABLE,
    COVERED,
    BILLED_ELSEWHERE
}
