package dev.remit.engines.compliance;

/** How a run of a clock came out. */
public enum ClockResult {
    /** It ended at or before its due moment. */
    MET,
    /** Its due moment passed before it ended. */
    BREACHED,
    /** It has no part in compliance. */
    LEFT_OUT
}
