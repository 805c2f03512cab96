package dev.remit.tickets.intake;

/** Tickets are left to be looked at; heard once the transaction is committed, so that nobody waits for the next sweep. */
public record TicketsPending() {}
