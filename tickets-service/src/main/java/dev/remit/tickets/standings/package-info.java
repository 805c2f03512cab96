/** How a ticket's open clocks stood when it was looked at last: what the desk's list is sorted by and shows. */
package dev.remit.tickets.standings;
