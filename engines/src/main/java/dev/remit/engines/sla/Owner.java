package dev.remit.engines.sla;

/** To whom a second of a ticket's life is given: the first here that matches. */
public enum Owner {
    /** After the ticket ended: resolved, closed or cancelled. */
    ENDED,
    /** Outside the hours of the resolution calendar. */
    CLOSED,
    /** The client was asked and had not answered, or owed something. */
    CLIENT,
    /** A supplier was awaited. */
    VENDOR,
    /** A decision on a quote was awaited. */
    APPROVAL,
    /** Everything else, time agreed for a later date too. */
    MSP
}
