/** PSAs that send tickets and time, and what their words mean. */
package dev.remit.tickets.connections;
