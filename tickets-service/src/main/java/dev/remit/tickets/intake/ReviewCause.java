package dev.remit.tickets.intake;

/** Why a person must look at something. */
public enum ReviewCause {
    /** The payload lacks what a fact needs. */
    UNUSABLE,
    /** A time of the source lies ahead of ours; nothing was made of the payload. */
    AHEAD_OF_TIME,
    /** The connection's tables have no row for a name that the source uses. */
    UNKNOWN_NAME,
    /** A time entry without start and end. */
    NO_TIMES,
    /** A time entry that names no work item, on a ticket whose work items are ruled differently. */
    WORK_ITEM_UNCLEAR
}
