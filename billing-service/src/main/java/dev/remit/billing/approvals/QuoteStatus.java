package dev.remit.billing.approvals;

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
}
