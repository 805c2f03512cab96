package dev.remit.engines.sla;

/** Whether the source of a ticket tells what was written on it. */
public enum MessageDelivery {
    /** Messages arrive with their times. */
    DELIVERED,
    /** Statuses and dates arrive, messages never do. */
    NOT_DELIVERED
}
