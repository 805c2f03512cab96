/** What a version that nobody has signed would change of tickets, computed and not kept. */
package dev.remit.tickets.changes;
