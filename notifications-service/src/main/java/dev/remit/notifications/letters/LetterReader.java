package dev.remit.notifications.letters;

import dev.remit.notifications.mailkinds.MailLanguage;
import java.time.ZoneId;

/**
 * Who reads a letter, and who writes it.
 *
 * @param msp in whose name it is written
 * @param link where its reader goes on; null for nowhere
 * @param unsubscribe where its kind is switched off; null where it cannot be
 */
public record LetterReader(MailLanguage language, ZoneId zone, String msp, String link, String unsubscribe) {}
