package dev.remit.engines.sla;

/**
 * What happened on a ticket. The order here is the rank by which events of one instant are folded: a ticket goes on
 * before anything is done on it, it ends after that, and all of it is judged by the terms it was done under. An end of a
 * wait or of an ending that was not there before that instant comes after what it undoes.
 */
public enum EventKind {
    /** The ticket came into being; see {@link Fact.Created}. */
    CREATED,
    /** A wait is over; see {@link Fact.WaitEnded}. */
    WAIT_ENDED,
    /** The client wrote or called. */
    CLIENT_CONTACT,
    /** A ticket that had ended goes on. */
    REOPENED,
    /** A member of staff took the ticket. */
    ASSIGNED,
    /** A machine answered the client; never a response. */
    AUTOMATIC_MESSAGE,
    /** Somebody noted something that the client does not see. It does nothing; it is there to have that said of it. */
    INTERNAL_NOTE,
    /** A member of staff wrote to the client; see {@link Fact.PublicMessage}. */
    PUBLIC_MESSAGE,
    /** The ticket took a status that the agreement counts as a response. */
    RESPONSE_STATUS,
    /** The client was told how things stand other than by a message, by telephone for one. */
    PUBLIC_UPDATE,
    /** The client was given the plan. */
    PLAN_GIVEN,
    /** A wait begins; see {@link Fact.WaitStarted}. */
    WAIT_STARTED,
    /** The work is done. */
    RESOLVED,
    /** The ticket was closed; where it was not resolved before, that is its resolution. */
    CLOSED,
    /** The ticket ended without a resolution; see {@link Fact.Cancelled}. */
    CANCELLED,
    /** Other terms were pinned; see {@link Fact.TermsChanged}. */
    TERMS_CHANGED,
    /** It was settled that a wait does not count; see {@link Fact.WaitDisallowed}. */
    WAIT_DISALLOWED
}
