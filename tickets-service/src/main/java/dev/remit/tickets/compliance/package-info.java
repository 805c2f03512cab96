/** How many of a period's targets were met, and how what agreements promise of them stands. */
package dev.remit.tickets.compliance;
