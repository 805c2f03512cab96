/** What was measured of figures of the service that agreements promise, and how these promises stand. */
package dev.remit.tickets.measurements;
