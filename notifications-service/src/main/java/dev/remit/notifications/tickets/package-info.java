/** By which keys sources know their tickets, and how urgent these are. */
package dev.remit.notifications.tickets;
