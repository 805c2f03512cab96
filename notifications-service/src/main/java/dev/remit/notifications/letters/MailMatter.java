package dev.remit.notifications.letters;

import dev.remit.notifications.mailkinds.MailKind;
import dev.remit.notifications.notifications.WebhookMessage;
import java.time.Instant;

/**
 * What somebody is written to about.
 *
 * @param told what receivers are told of it; null where they are not
 * @param client what people call the client; null where it is none's
 * @param title what the work is called; null where its ticket is confidential or nobody has told
 * @param disabled the subscription that was disabled; null elsewhere
 * @param week what is counted; null elsewhere
 * @param waiting how many reviews wait; 0 elsewhere
 */
public record MailMatter(
        MailKind kind,
        WebhookMessage told,
        String client,
        String title,
        DisabledSubscription disabled,
        Week week,
        long waiting) {

    /** @param failingSince the first of the tries that all failed; null where the receiver asked for nothing more */
    public record DisabledSubscription(String url, Instant failingSince) {}
}
