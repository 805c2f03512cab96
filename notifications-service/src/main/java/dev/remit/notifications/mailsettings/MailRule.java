package dev.remit.notifications.mailsettings;

import dev.remit.notifications.mailkinds.Audience;
import java.util.List;

/**
 * Who is written to about something.
 *
 * @param kind by its name, such as {@code quote.sent}
 * @param to nobody where it is empty
 */
record MailRule(String kind, List<Audience> to) {}
