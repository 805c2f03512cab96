package dev.remit.tickets.connections;

/** In which way a ticket was asked for. */
public enum TicketChannel {
    /** Somebody of the MSP spoke to the client and typed it in: the client had its response as the ticket came into being. */
    PHONE,
    EMAIL,
    /** The client's own entry on a page of the MSP. */
    PORTAL,
    CHAT,
    IN_PERSON,
    /** A machine that watches. */
    MONITORING,
    /** In another way, such as a recorded call that nobody took. */
    OTHER
}
