package dev.remit.tickets.intake;

/** Said after a commit that left tickets to be looked at, so that nobody has to wait for the next sweep. */
public record TicketsPending() {}
