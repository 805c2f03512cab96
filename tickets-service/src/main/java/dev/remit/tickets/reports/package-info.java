/** What a client and its MSP read of a period beside compliance. */
package dev.remit.tickets.reports;
