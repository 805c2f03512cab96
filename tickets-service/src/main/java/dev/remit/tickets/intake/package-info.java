/** Tickets as they come in: payload, snapshot, the ticket itself, and what it waits for. */
package dev.remit.tickets.intake;
