/** Whom an MSP wants to be told, and when, while a clock runs towards its due moment or past it. */
package dev.remit.tickets.escalation;
