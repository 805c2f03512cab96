package dev.remit.engines.ledger;

/** Why a line is not billed yet, or never will be. */
public enum HeldReason {
    /** The contract includes the work: the line says what it is worth, and is billed to nobody. */
    INCLUDED,
    /** A price for the work item stands for the work: the line says what its time is worth, and is billed to nobody. */
    IN_PRICE,
    /** Nobody has ruled on the work. */
    AWAITING_RULING,
    /** Nobody has said yet what was asked for. */
    AWAITING_CATEGORY,
    /** The contract says nothing of the work. */
    SILENT,
    /** Clauses of the contract disagree about the work. */
    AMBIGUOUS,
    /** The contract says that this work is not done. */
    EXCLUDED,
    /** The signed document that prices the work has not arrived. */
    AWAITING_DOCUMENT,
    /** No agreement is in force on the work's date. */
    NO_AGREEMENT,
    /** The rate card has no rate for the work, or the source names no kind of work. */
    NO_RATE,
    /** The work's start, end or hours cannot be rated: more than ten years apart, before 1900, after 9000, sums too large. */
    UNUSABLE_TIMES,
    /** The source names a role or a kind of work that nobody has mapped. */
    UNMAPPED,
    /** Hours without times on a weekend day or holiday: a person must say when they were worked. */
    TIMES_UNKNOWN,
    /** The card charges trips by minutes or distance, and the source does not tell them. */
    TRIP_UNKNOWN,
    /** The approval is in another currency than the rate card. */
    OTHER_CURRENCY,
    /** The work is charged by the unit, and nobody has counted yet. */
    AWAITING_COUNT,
    /** No approver has decided yet. */
    AWAITING_APPROVAL,
    /** The approver declined. */
    DECLINED,
    /** The quote expired undecided. */
    QUOTE_EXPIRED,
    /** The work began before it was approved, and the approver was not shown it. */
    BEFORE_APPROVAL,
    /** The whole line is over the approved cap. */
    OVER_CAP,
    /** The source says that the entry is not to be charged. */
    NOT_BILLABLE,
    /** The source says that a contract of its own covers the entry. */
    COVERED,
    /** The source says that the entry was billed there. */
    BILLED_ELSEWHERE;

    /** Whether an approver should be shown the work: it would be billed but for the approval, or once something else is mended. */
    public boolean awaitsApproval() {
        return !isFinal() || this == DECLINED;
    }

    /** Whether the client pays for such work in another way, so that its line is billed to nobody. */
    public boolean isPaidOtherwise() {
        return this == INCLUDED || this == IN_PRICE;
    }

    /** Only a fact of the work itself changes it: nothing is awaited, and other work is neither rounded nor capped with it. */
    public boolean isFinal() {
        return switch (this) {
            case INCLUDED, IN_PRICE, EXCLUDED, DECLINED, NOT_BILLABLE, COVERED, BILLED_ELSEWHERE -> true;
            default -> false;
        };
    }
}
