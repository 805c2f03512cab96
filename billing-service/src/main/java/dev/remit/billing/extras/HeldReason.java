package dev.remit.billing.extras;

/** Why a line is not billed yet. */
public enum HeldReason {
    /** Nobody has ruled on the work. */
    AWAITING_RULING,
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
    /** The card charges trips by minutes or distance, and the source does not tell them. */
    TRIP_UNKNOWN,
    /** The approval is in another currency than the rate card. */
    OTHER_CURRENCY,
    /** No approver has decided yet. */
    AWAITING_APPROVAL,
    /** The approver declined. */
    DECLINED,
    /** The quote expired undecided. */
    QUOTE_EXPIRED,
    /** The whole line is over the approved cap. */
    OVER_CAP,
    /** The source says that the entry is not to be charged. */
    NOT_BILLABLE,
    /** The source says that a contract of its own covers the entry. */
    COVERED,
    /** The source says that the entry was billed there. */
    BILLED_ELSEWHERE;

    /** Only a fact of the work itself changes it: nothing is awaited, and other work is neither rounded nor capped with it. */
    boolean isFinal() {
        return switch (this) {
            case EXCLUDED, DECLINED, NOT_BILLABLE, COVERED, BILLED_ELSEWHERE -> true;
            default -> false;
        };
    }
}
