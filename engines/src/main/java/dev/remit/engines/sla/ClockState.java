package dev.remit.engines.sla;

/** How a clock, or one cycle of it, stands. */
public enum ClockState {
    /** The agreement says in so many words that there is no target. */
    NO_TARGET,
    /** There is a target, but what it measures from has not happened yet. */
    NOT_STARTED,
    /** There is a target, but nothing that would stop the clock can ever be heard of. */
    NOT_RUN,
    /** Under way and not late, also outside open hours. */
    RUNNING,
    /** Under way and not late, while a wait that the agreement lets pause it lasts. */
    PAUSED,
    /** Ended at or before its due moment. */
    MET,
    /** Its due moment passed before it ended, whether or not it has ended since. */
    BREACHED,
    /** Ended without a verdict; see the reason. */
    CANCELLED
}
