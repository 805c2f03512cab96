/** Signed agreements as tickets-service keeps and compiles them. */
package dev.remit.tickets.agreements;
