/** Pieces of asked-for work on a ticket. */
package dev.remit.tickets.workitems;
