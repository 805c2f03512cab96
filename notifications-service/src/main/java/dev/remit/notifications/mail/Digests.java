package dev.remit.notifications.mail;

import dev.remit.kit.ids.Ids;
import dev.remit.kit.time.TenantClock;
import dev.remit.notifications.clients.ClientPeople;
import dev.remit.notifications.clients.Clients;
import dev.remit.notifications.letters.Week;
import dev.remit.notifications.letters.Week.ClientWeek;
import dev.remit.notifications.letters.Week.Count;
import dev.remit.notifications.mailsettings.MailPlans;
import dev.remit.notifications.notifications.NotificationCount;
import dev.remit.notifications.notifications.NotificationType;
import dev.remit.notifications.notifications.Notifications;
import dev.remit.notifications.people.OwnerKnown;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes to owners about the week, on Monday morning by the tenant's zone; of one in which nothing happened nothing. */
@ApplicationScoped
class Digests {
    /** What is counted, in the order in which it is told. */
    private static final List<NotificationType> COUNTED = List.of(
            NotificationType.CLOCK_BREACHED,
            NotificationType.CLOCK_WARNING,
            NotificationType.CLOCK_MET,
            NotificationType.TICKET_RECEIVED,
            NotificationType.QUOTE_SENT,
            NotificationType.QUOTE_APPROVED,
            NotificationType.QUOTE_DECLINED,
            NotificationType.QUOTE_EXPIRED);

    private final ScheduleRows rows;
    private final Notifications notifications;
    private final Clients clients;
    private final Mails mails;
    private final MailPlans plans;
    private final TenantClock clock;
    private final Ids ids;

    Digests(
            ScheduleRows rows,
            Notifications notifications,
            Clients clients,
            Mails mails,
            MailPlans plans,
            TenantClock clock,
            Ids ids) {
        this.rows = rows;
        this.notifications = notifications;
        this.clients = clients;
        this.mails = mails;
        this.plans = plans;
        this.clock = clock;
        this.ids = ids;
    }

    void begin(@Observes OwnerKnown owner) {
        if (rows.count() == 0) {
            Instant now = clock.now();
            rows.persist(new DigestSchedule(
                    ids.next(), now, Mornings.nextMonday(now, plans.present().zone())));
        }
    }

    /** Whether a week was told of, or found to be empty. */
    boolean tell(UUID schedule) {
        DigestSchedule due = rows.findById(schedule, LockModeType.PESSIMISTIC_WRITE);
        Instant now = clock.now();
        if (due == null || due.due().isAfter(now)) {
            return false;
        }
        ZoneId zone = plans.present().zone();
        Week week = week(due.since(), due.due());
        if (!week.counts().isEmpty()) {
            mails.week(week);
        }
        due.next(due.due(), Mornings.nextMonday(now, zone));
        return true;
    }

    private Week week(Instant from, Instant until) {
        List<NotificationCount> told = notifications.count(from, until, COUNTED);
        Map<UUID, List<NotificationCount>> byClient = told.stream()
                .filter(count -> count.clientId() != null)
                .collect(Collectors.groupingBy(NotificationCount::clientId));
        List<ClientWeek> ofClients = byClient.entrySet().stream()
                .map(entry -> new ClientWeek(name(entry.getKey()), counts(entry.getValue())))
                .sorted(Comparator.comparing((ClientWeek week) -> -breaches(week))
                        .thenComparing(ClientWeek::name))
                .toList();
        return new Week(from, until, counts(told), ofClients);
    }

    private String name(UUID client) {
        return clients.people(client).map(ClientPeople::name).orElse(client.toString());
    }

    private static long breaches(ClientWeek week) {
        return week.counts().stream()
                .filter(count -> count.type().equals(NotificationType.CLOCK_BREACHED.wireName()))
                .mapToLong(Count::times)
                .sum();
    }

    private static List<Count> counts(List<NotificationCount> told) {
        Map<String, Long> times = told.stream()
                .collect(Collectors.groupingBy(
                        NotificationCount::type, Collectors.summingLong(NotificationCount::times)));
        return COUNTED.stream()
                .map(NotificationType::wireName)
                .map(type -> times.containsKey(type) ? new Count(type, times.get(type)) : null)
                .filter(Objects::nonNull)
                .toList();
    }

    @ApplicationScoped
    static class ScheduleRows implements PanacheRepositoryBase<DigestSchedule, UUID> {}
}
