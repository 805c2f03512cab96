package dev.remit.tickets.intake;

/** How far we have got with a ticket. */
public enum TicketState {
    /** Stored; not looked at yet. */
    RECEIVED,
    /** Something that a ruling needs is not known yet; {@link Awaiting} says what. */
    AWAITING_RULING,
    /** Each of its work items has a ruling. */
    RULED
}
