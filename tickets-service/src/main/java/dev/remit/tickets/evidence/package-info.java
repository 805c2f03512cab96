/** Which kinds of evidence a ticket's chain has, and what stays out of it. */
package dev.remit.tickets.evidence;
