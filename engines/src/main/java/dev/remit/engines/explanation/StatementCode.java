package dev.remit.engines.explanation;

/** What a statement says. Which parameters each has stands in {@code docs/sla-clock.md}. */
public enum StatementCode {
    /** No agreement promises anything for the ticket. */
    NO_TERMS,
    /** The agreement sets no target for the clock. */
    NO_TARGET,
    /** What the clock measures from has not happened yet. */
    NOT_STARTED,
    /** Nothing that would stop the clock can be heard of. */
    NOT_RUN,
    /** A cycle began. */
    STARTED,
    /** How much time is allowed. */
    ALLOWED,
    /** In which hours time counts. */
    COUNTED_IN,
    /** A date on which no time counts although it does on others like it. */
    HOLIDAY,
    /** A wait stopped the count. */
    PAUSED,
    /** The clock went on under other terms. */
    CHANGED,
    /** What the clock waited for came. */
    STOPPED,
    /** The clock went on after an end. */
    WENT_ON,
    /** The clock ended without a verdict. */
    CANCELLED,
    /** The time was used up, and whose it was. */
    LATE,
    /** When the clock is due. */
    DUE,
    /** When it is due if the wait that pauses it lasts as long as it may. */
    DUE_IF_WAIT_LASTS,
    /** It has no due moment while the wait that pauses it goes on. */
    NOT_DUE_WHILE_WAITING,
    /** An event did not stop the clock. */
    DID_NOT_STOP,
    /** A message of the client gave no more time. */
    DID_NOT_EXTEND,
    /** A wait did not pause the clock, or none. */
    DID_NOT_PAUSE,
    /** A wait for the client had its days; what followed is the MSP's time. */
    WAIT_HAD_ITS_DAYS,
    /** An event said what was so already, or what could not be. */
    DID_NOTHING
}
