package dev.remit.engines.sla;

/** Why a clock that the agreement promises is not run. */
public enum NotRun {
    /** Only a message would stop it, and the source of the ticket delivers none. */
    MESSAGES_NOT_DELIVERED
}
