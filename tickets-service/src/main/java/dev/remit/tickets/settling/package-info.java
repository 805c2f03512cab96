/** Makes of a ticket what is known of it, soon after it came and when a clock's time has come. */
package dev.remit.tickets.settling;
