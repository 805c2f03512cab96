/** What happened, as receivers outside are told it. */
package dev.remit.notifications.notifications;
