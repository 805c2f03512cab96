package dev.remit.tickets.contests;

/** How a contest stands. */
public enum ContestState {
    /** It is not settled: there are two readings. */
    OPEN,
    /** The client was right: the wait does not count. */
    UPHELD,
    /** The MSP was right: nothing changes. */
    REJECTED,
    /** The client contests it no longer. */
    WITHDRAWN
}
