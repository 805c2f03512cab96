package dev.remit.notifications.mail;

import java.time.ZoneId;

/**
 * Somebody who is written to.
 *
 * @param login null while there is none
 * @param zone where they are; null where nobody knows
 */
record Recipient(String login, String name, String email, ZoneId zone) {}
