/** The feed of contracts-service and its effect here. */
package dev.remit.tickets.contracts;
