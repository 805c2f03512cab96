/**
 * The calculations that Remit stands on: calendar, SLA clock, scope and rating, and the evidence from which each can be
 * computed again. Pure functions of facts and terms; nothing here reads a clock, a file, a socket or a database.
 */
package dev.remit.engines;
