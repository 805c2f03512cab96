package dev.remit.notifications.mail;

import dev.remit.kit.ids.Ids;
import dev.remit.kit.time.TenantClock;
import dev.remit.notifications.letters.MailMatter.DisabledSubscription;
import dev.remit.notifications.letters.Week;
import dev.remit.notifications.mailchoices.MailChoice;
import dev.remit.notifications.mailchoices.MailChoices;
import dev.remit.notifications.mailkinds.MailKind;
import dev.remit.notifications.mailsettings.MailPlan;
import dev.remit.notifications.mailsettings.MailPlans;
import dev.remit.notifications.notifications.Notification;
import dev.remit.notifications.notifications.NotificationType;
import dev.remit.notifications.subscriptions.SubscriptionDisabled;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Has people of the current tenant written to; in the transaction in which what happened is noted. */
@ApplicationScoped
public class Mails {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES_OF_TOKEN = 16;

    private final MailRows rows;
    private final Recipients recipients;
    private final MailPlans plans;
    private final MailChoices choices;
    private final TenantClock clock;
    private final Ids ids;

    Mails(MailRows rows, Recipients recipients, MailPlans plans, MailChoices choices, TenantClock clock, Ids ids) {
        this.rows = rows;
        this.recipients = recipients;
        this.plans = plans;
        this.choices = choices;
        this.clock = clock;
        this.ids = ids;
    }

    /** Writes to whoever is to know of what receivers are told. */
    public void tell(NotificationType type, Notification told, MailHints hints) {
        MailKind.of(type).ifPresent(kind -> {
            MailPlan plan = plans.present();
            Instant now = clock.now();
            if (kind == MailKind.REVIEWS_WAITING) {
                gather(kind, plan, told, now);
                return;
            }
            for (Recipient recipient : recipients.of(plan.to(kind), told.clientId(), hints)) {
                ZoneId zone = zone(recipient, plan);
                add(kind, told.id() + "/" + kind.wireName(), recipient, now)
                        .about(told.id(), null)
                        .dueAt(DueTimes.of(now, hints, plan.quietHours(), zone));
            }
            if (kind == MailKind.QUOTE_SENT) {
                remind(plan, told, hints, now);
            }
        });
    }

    /** Of all that is told until the next morning each recipient has one mail, which says how it stands then. */
    private void gather(MailKind kind, MailPlan plan, Notification first, Instant now) {
        Instant due = Mornings.next(now, plan.zone());
        for (Recipient recipient : recipients.of(plan.to(kind), first.clientId(), MailHints.NONE)) {
            add(kind, due + "/" + kind.wireName(), recipient, now)
                    .about(first.id(), null)
                    .dueAt(due);
        }
    }

    /** A quote that is out goes to somebody else. */
    public void readdressed(Notification sent, MailHints hints) {
        tell(NotificationType.QUOTE_SENT, sent, hints);
    }

    private void remind(MailPlan plan, Notification sent, MailHints hints, Instant now) {
        if (hints.expiresAt() == null) {
            return;
        }
        for (Recipient recipient : recipients.of(plan.to(MailKind.QUOTE_REMINDER), sent.clientId(), hints)) {
            List<Instant> due = DueTimes.reminders(now, hints.expiresAt(), plan.quietHours(), zone(recipient, plan));
            for (int i = 0; i < due.size(); i++) {
                String occasion = sent.id() + "/" + MailKind.QUOTE_REMINDER.wireName() + "/" + (i + 1);
                add(MailKind.QUOTE_REMINDER, occasion, recipient, now)
                        .about(sent.id(), null)
                        .dueAt(due.get(i));
            }
        }
    }

    void disabled(@Observes SubscriptionDisabled subscription) {
        MailPlan plan = plans.present();
        Instant now = clock.now();
        String occasion = subscription.id() + "/" + MailKind.SUBSCRIPTION_DISABLED.wireName() + "/" + now;
        MailExtra extra =
                new MailExtra(new DisabledSubscription(subscription.url(), subscription.failingSince()), null);
        for (Recipient recipient : recipients.of(plan.to(MailKind.SUBSCRIPTION_DISABLED), null, MailHints.NONE)) {
            add(MailKind.SUBSCRIPTION_DISABLED, occasion, recipient, now)
                    .about(null, extra)
                    .dueAt(plan.quietHours().endFrom(now, zone(recipient, plan)));
        }
    }

    /** Writes about a week that is over. */
    void week(Week week) {
        MailPlan plan = plans.present();
        Instant now = clock.now();
        String occasion = week.until() + "/" + MailKind.WEEKLY_DIGEST.wireName();
        for (Recipient recipient : recipients.of(plan.to(MailKind.WEEKLY_DIGEST), null, MailHints.NONE)) {
            add(MailKind.WEEKLY_DIGEST, occasion, recipient, now).about(null, new MailExtra(null, week));
        }
    }

    /** The same person is written to once about the same. */
    private Mail add(MailKind kind, String occasion, Recipient recipient, Instant now) {
        Mail mail = new Mail(ids.next(), kind, occasion, recipient, token(), now);
        boolean isThere = rows.count("occasion = ?1 and recipientEmail = ?2", occasion, recipient.email()) > 0;
        if (!isThere) {
            rows.persist(mail);
        }
        return mail;
    }

    private ZoneId zone(Recipient recipient, MailPlan plan) {
        return choices.of(recipient.login())
                .flatMap(MailChoice::zone)
                .or(() -> Optional.ofNullable(recipient.zone()))
                .orElse(plan.zone());
    }

    private static String token() {
        byte[] bytes = new byte[BYTES_OF_TOKEN];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Null where it is not there, or is forgotten by now. */
    Mail find(UUID id) {
        return rows.findById(id);
    }

    /**
     * Those that were made before another one, the latest first.
     *
     * @param state null for any
     */
    List<Mail> newest(MailState state, UUID before, int limit) {
        return rows.find(
                        "id < ?1 and state in ?2 order by id desc",
                        before,
                        state == null ? List.of(MailState.values()) : List.of(state))
                .range(0, limit - 1)
                .list();
    }

    @ApplicationScoped
    static class MailRows implements PanacheRepositoryBase<Mail, UUID> {}
}
