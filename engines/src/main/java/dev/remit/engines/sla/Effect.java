package dev.remit.engines.sla;

/**
 * What an event did to a clock.
 *
 * @param what it did
 * @param clock to which
 * @param cycle the key of the clock's cycle
 * @param consumedSeconds open, unpaused seconds that the cycle had used by then
 * @param late whether the cycle had missed its due moment by then
 * @param cancelledFor why, where it was cancelled; else null
 */
public record Effect(
        What what, ClockKind clock, String cycle, long consumedSeconds, boolean late, CancelReason cancelledFor) {

    /** What can be done to a clock. */
    public enum What {
        /** A cycle began. */
        BEGUN,
        /** What it waited for came, or the ticket was resolved. */
        STOPPED,
        /** It ended without a verdict. */
        CANCELLED,
        /** It went on where it had stopped. */
        RESUMED,
        /** It went on under other terms. */
        CARRIED
    }
}
