/** The MSP's people as contracts-service last told of them: by which address they are written to, and what they are. */
package dev.remit.notifications.people;
