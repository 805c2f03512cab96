/**
 * What people are written to about what happened: a mail for each of them, due when they may be disturbed, and dropped where
 * its subject has moved on by then. A mail is claimed, sent outside of transactions, and noted down; whatever breaks off
 * between the three is sent again under the same Message-ID.
 */
package dev.remit.notifications.mail;
