package dev.remit.notifications.mail;

import dev.remit.notifications.letters.Letters.Forms;
import java.util.Map;
import java.util.UUID;

/**
 * A mail that is to be sent.
 *
 * @param lease by which it is ours to send
 * @param fields of the header, beside those of every mail
 */
record OutgoingMail(
        UUID tenant,
        UUID id,
        UUID lease,
        String fromName,
        String replyTo,
        String to,
        Forms forms,
        Map<String, String> fields) {}
