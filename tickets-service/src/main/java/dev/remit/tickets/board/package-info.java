/** Tickets as they are shown and listed. */
package dev.remit.tickets.board;
