/** Clients as contracts-service last told of them: what receivers call them, and who acts for them. */
package dev.remit.notifications.clients;
