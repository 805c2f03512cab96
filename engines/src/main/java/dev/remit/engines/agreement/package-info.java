/**
 * The signed document of an agreement's version, and what the other engines make of its terms: scope, calendars, SLA
 * targets and rate card; which of a client's signed versions is in force on a date.
 */
package dev.remit.engines.agreement;
