/** Clients as contracts-service tells of them. */
package dev.remit.tickets.clients;
