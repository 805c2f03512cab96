/** By which keys sources know their tickets. */
package dev.remit.notifications.tickets;
