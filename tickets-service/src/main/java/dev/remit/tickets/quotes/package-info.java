/** Quotes that are out, for which clocks wait. */
package dev.remit.tickets.quotes;
