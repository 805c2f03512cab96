/** What the features of tickets-service share. */
package dev.remit.tickets;
