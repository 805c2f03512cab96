/** SLA clocks: readings, notices, and the simulation of both. */
package dev.remit.tickets.clocks;
