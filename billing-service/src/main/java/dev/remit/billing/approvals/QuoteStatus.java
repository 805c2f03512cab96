package dev.remit.billing.approvals;

import dev.remit.kit.problem.Problem;

/** Where a quote stands. Only DRAFT and SENT can still change. */
public enum QuoteStatus {
    DRAFT,
    SENT,
    APPROVED,
    DECLINED,
    EXPIRED,
    WITHDRAWN;

    boolean isOpen() {
        return this == DRAFT || this == SENT;
    }

    /** @throws Problem wrong-state for every other */
    void requireDraft() {
        if (this != DRAFT) {
            throw problem("only a DRAFT can be changed or sent");
        }
    }

    /** @throws Problem wrong-state for one that is not out with an approver */
    void requireSent() {
        if (this != SENT) {
            throw problem("only a SENT quote is out with an approver");
        }
    }

    /** @throws Problem wrong-state for one that has ended */
    void requireOpen() {
        if (!isOpen()) {
            throw problem("it can change no more");
        }
    }

    /** @param rule what the status is wrong for */
    Problem problem(String rule) {
        return Problem.wrongState("The quote is " + this + "; " + rule + ".").member("quoteStatus", name());
    }
}
