package dev.remit.notifications.mail;

import dev.remit.kit.ids.Ids;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.time.TenantClock;
import dev.remit.notifications.clients.ClientPeople;
import dev.remit.notifications.clients.Clients;
import dev.remit.notifications.letters.LetterReader;
import dev.remit.notifications.letters.Letters;
import dev.remit.notifications.letters.Letters.Forms;
import dev.remit.notifications.letters.MailMatter;
import dev.remit.notifications.mail.Wishes.Wish;
import dev.remit.notifications.mailkinds.MailKind;
import dev.remit.notifications.mailsettings.MailPlan;
import dev.remit.notifications.mailsettings.MailPlans;
import dev.remit.notifications.notifications.Notification;
import dev.remit.notifications.notifications.NotificationType;
import dev.remit.notifications.notifications.Notifications;
import dev.remit.notifications.notifications.WebhookData;
import dev.remit.notifications.notifications.WebhookData.ClientKey;
import dev.remit.notifications.notifications.WebhookMessage;
import dev.remit.notifications.tickets.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The steps of a mail that are in the database: each a transaction, and each good to be the last before a crash. */
@ApplicationScoped
class MailWork {
    private final MailQueue queue;
    private final Mails mails;
    private final MailPlans plans;
    private final Wishes wishes;
    private final Letters letters;
    private final Notifications notifications;
    private final Clients clients;
    private final Tickets tickets;
    private final MailSending settings;
    private final Tenancy tenancy;
    private final TenantClock clock;
    private final InstantSource wall;
    private final Ids ids;

    MailWork(
            MailQueue queue,
            Mails mails,
            MailPlans plans,
            Wishes wishes,
            Letters letters,
            Notifications notifications,
            Clients clients,
            Tickets tickets,
            MailSending settings,
            Tenancy tenancy,
            TenantClock clock,
            InstantSource wall,
            Ids ids) {
        this.queue = queue;
        this.mails = mails;
        this.plans = plans;
        this.wishes = wishes;
        this.letters = letters;
        this.notifications = notifications;
        this.clients = clients;
        this.tickets = tickets;
        this.settings = settings;
        this.tenancy = tenancy;
        this.clock = clock;
        this.wall = wall;
        this.ids = ids;
    }

    /**
     * What was claimed of a tenant.
     *
     * @param looked how many mails were due, with those that were dropped
     */
    record Claimed(List<OutgoingMail> mails, int looked) {}

    /** Claims mails that are due, each for one try, and drops those that nobody needs any more. */
    Claimed claim(UUID tenant, int limit) {
        return tenancy.callAs(tenant, () -> {
            Instant machineTime = wall.instant();
            Instant now = clock.now();
            UUID lease = ids.next();
            List<UUID> due = queue.due(tenant, now, machineTime, limit);
            queue.lease(tenant, due, lease, machineTime.plus(settings.claimedFor()));
            MailPlan plan = plans.present();
            List<OutgoingMail> outgoing = due.stream()
                    .flatMap(id -> prepare(tenant, mails.find(id), lease, plan, now).stream())
                    .toList();
            return new Claimed(outgoing, due.size());
        });
    }

    private Optional<OutgoingMail> prepare(UUID tenant, Mail mail, UUID lease, MailPlan plan, Instant now) {
        Optional<Notification> notification = mail.notification().map(notifications::findById);
        Optional<WebhookMessage> told = notification.map(Notification::message);
        Optional<ClientKey> client = told.map(WebhookMessage::data).map(WebhookData::client);
        Wish wish = wishes.of(mail, client.map(ClientKey::id));
        Optional<String> needless = needless(mail, notification, told, wish, now);
        if (needless.isPresent()) {
            mail.drop(now, needless.get());
            return Optional.empty();
        }
        MailMatter matter = new MailMatter(
                mail.kind(),
                told.orElse(null),
                client.map(known -> clients.people(known.id())
                                .map(ClientPeople::name)
                                .orElse(known.code()))
                        .orElse(null),
                told.flatMap(this::title).orElse(null),
                mail.extra().map(MailExtra::disabled).orElse(null),
                mail.extra().map(MailExtra::week).orElse(null),
                mail.kind() == MailKind.REVIEWS_WAITING ? notifications.standing(NotificationType.REVIEW_RAISED) : 0);
        Optional<String> unsubscribe = unsubscribe(tenant, mail);
        LetterReader reader = new LetterReader(
                wish.language().orElse(plan.language()),
                wish.zone().or(mail::recipientZone).orElse(plan.zone()),
                plan.fromName(),
                told.map(WebhookMessage::data)
                        .map(WebhookData::quote)
                        .flatMap(quote -> plan.quoteAddress(quote.quoteId()))
                        .orElse(null),
                unsubscribe.orElse(null));
        Forms forms = letters.write(matter, reader);
        return Optional.of(new OutgoingMail(
                tenant,
                mail.id(),
                lease,
                plan.fromName(),
                plan.replyTo(),
                mail.recipientEmail(),
                forms,
                fields(mail, unsubscribe)));
    }

    private Optional<String> needless(
            Mail mail, Optional<Notification> notification, Optional<WebhookMessage> told, Wish wish, Instant now) {
        Optional<String> unwanted = wish.against(mail.kind());
        if (unwanted.isPresent()) {
            return unwanted;
        }
        if (mail.attempts() == 0 && mail.due().plus(settings.worthFor()).isBefore(now)) {
            return Optional.of("It could not be sent in time.");
        }
        if (mail.kind() == MailKind.REVIEWS_WAITING && notifications.standing(NotificationType.REVIEW_RAISED) == 0) {
            return Optional.of("Nothing waits any more.");
        }
        return notification.flatMap(word -> OutdatedMail.of(
                mail.kind(),
                told.orElseThrow(),
                notifications.later(word).stream().map(Notification::message).toList(),
                now));
    }

    private Optional<String> title(WebhookMessage told) {
        WebhookData data = told.data();
        if (data.quote() != null) {
            return tickets.titleOfWork(data.quote().workItemId());
        }
        if (data.cap() != null) {
            return tickets.titleOfWork(data.cap().workItemId());
        }
        return data.ticket() == null
                ? Optional.empty()
                : tickets.title(data.ticket().id());
    }

    private Map<String, String> fields(Mail mail, Optional<String> unsubscribe) {
        Map<String, String> fields = new LinkedHashMap<>();
        String domain = settings.from().substring(settings.from().indexOf('@') + 1);
        fields.put("Message-ID", "<" + mail.id() + "@" + domain + ">");
        fields.put("Auto-Submitted", "auto-generated");
        unsubscribe.ifPresent(address -> {
            fields.put("List-Unsubscribe", "<" + address + ">");
            fields.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        });
        return fields;
    }

    private Optional<String> unsubscribe(UUID tenant, Mail mail) {
        if (mail.kind().isDemanded() || mail.recipientLogin() == null) {
            return Optional.empty();
        }
        return settings.publicUrl()
                .map(url -> url + UnsubscribePage.PATH + "/" + tenant + "/" + mail.id() + "/" + mail.token());
    }

    /** Notes down how a try went, unless the claim ran out meanwhile and is another's. */
    void note(OutgoingMail outgoing, MailOutcome outcome) {
        tenancy.runAs(outgoing.tenant(), () -> {
            boolean ours = queue.lock(outgoing.tenant(), outgoing.id())
                    .filter(outgoing.lease()::equals)
                    .isPresent();
            if (!ours) {
                return;
            }
            Mail mail = mails.find(outgoing.id());
            if (outcome.isTaken()) {
                mail.sent(clock.now());
            } else {
                mail.failed(clock.now(), outcome.failure(), outcome.forGood());
            }
            queue.free(outgoing.tenant(), outgoing.id());
        });
    }
}
