/** By which keys webhooks are signed, as Standard Webhooks has it. */
package dev.remit.notifications.signing;
