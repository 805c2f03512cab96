package dev.remit.notifications.notifications;

import dev.remit.notifications.notifications.WebhookData.ClientKey;
import dev.remit.notifications.notifications.WebhookData.Subject;
import dev.remit.notifications.notifications.WebhookData.TicketKey;
import java.time.Instant;
import java.util.UUID;

/**
 * A notification that is not written yet.
 *
 * @param at by the tenant's clock
 * @param client null where it is no client's
 * @param ticket null where there is none
 * @param word how the subject stands; null where it is enough that it is there
 */
public record NewNotification(
        NotificationType type, UUID subject, Instant at, ClientKey client, TicketKey ticket, Object word) {

    WebhookMessage message(long sequence) {
        return new WebhookMessage(
                type.wireName(),
                at,
                new WebhookData(
                        sequence,
                        new Subject(type.subjectKind(), subject),
                        client,
                        ticket,
                        word(RulingWord.class),
                        word(ClockWord.class),
                        word(QuoteWord.class),
                        word(AuthorisationWord.class),
                        word(AgreementWord.class),
                        word(CapWord.class),
                        word(ExtraWord.class),
                        word(BatchWord.class),
                        word(ReviewWord.class)));
    }

    private <T> T word(Class<T> kind) {
        return kind.isInstance(word) ? kind.cast(word) : null;
    }
}
