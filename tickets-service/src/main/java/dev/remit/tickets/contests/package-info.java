/** What clients contest of how their tickets' time was counted, until it is settled and after. */
package dev.remit.tickets.contests;
