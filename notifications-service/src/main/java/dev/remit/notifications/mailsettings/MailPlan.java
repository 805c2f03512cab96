package dev.remit.notifications.mailsettings;

import dev.remit.notifications.mailkinds.Audience;
import dev.remit.notifications.mailkinds.MailKind;
import dev.remit.notifications.mailkinds.MailLanguage;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a tenant's people are written to, with what is usual where the owner has not said.
 *
 * @param fromName in whose name
 * @param replyTo where answers go; null for nowhere in particular
 * @param zone of whoever has none of their own
 * @param quotePage where a quote is decided, with {@code {id}} for its id; null where there is no such page
 */
public record MailPlan(
        String fromName,
        String replyTo,
        MailLanguage language,
        ZoneId zone,
        QuietHours quietHours,
        String quotePage,
        Map<MailKind, List<Audience>> rules) {

    /** Who is written to about something. */
    public List<Audience> to(MailKind kind) {
        return rules.getOrDefault(kind, kind.usual());
    }

    /** Where a quote can be decided. */
    public Optional<String> quoteAddress(Object id) {
        return Optional.ofNullable(quotePage).map(page -> page.replace("{id}", String.valueOf(id)));
    }
}
