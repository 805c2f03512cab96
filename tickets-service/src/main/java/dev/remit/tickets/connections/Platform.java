package dev.remit.tickets.connections;

/** The kinds of source that tickets come from. */
public enum Platform {
    /** Sends signed callbacks. */
    CONNECTWISE,
    /** Anything that puts our own form of ticket and time entry. */
    CANONICAL
}
