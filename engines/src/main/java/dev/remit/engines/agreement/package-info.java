/**
 * The signed document of an agreement's version, and what the other engines make of its terms: scope, calendars, SLA
 * targets and rate card.
 */
package dev.remit.engines.agreement;
