package dev.remit.tickets.intake;

/** Why a person must look at something. */
public enum ReviewCause {
    /** The payload lacks what a fact needs. */
    UNUSABLE,
    /** A time of the source lies ahead of ours; nothing was made of the payload. */
    AHEAD_OF_TIME,
    /** The connection's tables have no row for a name that the source uses. */
    UNKNOWN_NAME,
    /** A time entry without start and end, and without hours on a date. */
    NO_TIMES,
    /** A time entry that names no work item, on a ticket whose work items are ruled differently. */
    WORK_ITEM_UNCLEAR,
    /** The same technician has another time entry in the same hour. */
    DOUBLE_BOOKED,
    /** Hours without times on a day on which the site has no hours of business. */
    CLOSED_DAY,
    /** The source says that a ticket came into being at another time than it first said; the first stands. */
    CREATION_MOVED,
    /** A work item would be ruled otherwise by what its source says now, but somebody relies on its ruling. */
    FACTS_CHANGED
}
