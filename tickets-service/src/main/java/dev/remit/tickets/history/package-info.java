/** What happened to a ticket, folded from its snapshots in the order of the source. */
package dev.remit.tickets.history;
