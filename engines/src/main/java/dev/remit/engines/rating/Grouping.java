package dev.remit.engines.rating;

/** Over what work is summed before it is rounded and raised to the minimum. */
public enum Grouping {
    /** Each entry for itself. */
    ENTRY,
    /** A technician at a site on a local date; an entry without technician or site stands for itself. */
    VISIT,
    /** A ticket on a local date; an entry without ticket stands for itself. */
    TICKET_DAY,
    /** A ticket; an entry without ticket stands for itself. */
    TICKET
}
