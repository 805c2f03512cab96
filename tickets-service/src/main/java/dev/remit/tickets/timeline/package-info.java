/** What a ticket's reader is shown of its history. */
package dev.remit.tickets.timeline;
