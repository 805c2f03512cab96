package dev.remit.notifications.notifications;

import dev.remit.kit.feed.Outbox;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.time.TenantClock;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the current tenant's receivers are told. */
@ApplicationScoped
public class Notifications implements PanacheRepositoryBase<Notification, UUID> {
    private final Subjects subjects;
    private final TenantClock clock;
    private final Ids ids;
    private final Outbox outbox;

    Notifications(Subjects subjects, TenantClock clock, Ids ids, Outbox outbox) {
        this.subjects = subjects;
        this.clock = clock;
        this.ids = ids;
        this.outbox = outbox;
    }

    /** Keeps what is told, behind everything that was told of its subject, and puts it in the feed. */
    public Notification tell(NewNotification told) {
        NotificationSubject subject = subjects.findById(told.subject(), LockModeType.PESSIMISTIC_WRITE);
        boolean isNew = subject == null;
        if (isNew) {
            subject = new NotificationSubject(told.subject());
        }
        Notification notification = new Notification(ids.next(), told, subject.next());
        if (isNew) {
            subjects.persist(subject);
        }
        persist(notification);
        if (told.type() != NotificationType.WEBHOOK_TEST) {
            outbox.append(notification.type(), notification.subjectId(), FeedEntry.of(notification));
        }
        return notification;
    }

    /** Whether something of a type was told of a subject, or may have been among what is kept no more. */
    public boolean wasTold(UUID subject, NotificationType type) {
        return count("subjectId = ?1 and type = ?2", subject, type.wireName()) > 0 || isPartlyForgotten(subject);
    }

    private boolean isPartlyForgotten(UUID subject) {
        return subjects.findByIdOptional(subject)
                .filter(counted -> counted.told() > count("subjectId = ?1", subject))
                .isPresent();
    }

    /** What was told of the same subject after something. */
    public List<Notification> later(Notification told) {
        return list("subjectId = ?1 and sequence > ?2 order by sequence", told.subjectId(), told.sequence());
    }

    /** How often things of some types were told from one instant on and before another, for each client and type. */
    public List<NotificationCount> count(Instant from, Instant until, Collection<NotificationType> types) {
        return getEntityManager()
                .createQuery(
                        "select new dev.remit.notifications.notifications.NotificationCount(n.clientId, n.type, count(n))"
                                + " from Notification n where n.occurredAt >= ?1 and n.occurredAt < ?2 and n.type in ?3"
                                + " group by n.clientId, n.type",
                        NotificationCount.class)
                .setParameter(1, from)
                .setParameter(2, until)
                .setParameter(3, types.stream().map(NotificationType::wireName).toList())
                .getResultList();
    }

    /** Of how many subjects the last word is of a type. */
    public long standing(NotificationType type) {
        return getEntityManager()
                .createQuery(
                        "select count(n) from Notification n where n.type = ?1 and not exists (select 1 from Notification l"
                                + " where l.subjectId = n.subjectId and l.sequence > n.sequence)",
                        Long.class)
                .setParameter(1, type.wireName())
                .getSingleResult();
    }

    /** The last of a type that was told of a subject. */
    public Optional<Notification> last(UUID subject, NotificationType type) {
        return find("subjectId = ?1 and type = ?2 order by sequence desc", subject, type.wireName())
                .range(0, 0)
                .firstResultOptional();
    }

    /** A word to one subscription's receiver, to see that it is reached. */
    public Notification test(UUID subscription) {
        return tell(new NewNotification(NotificationType.WEBHOOK_TEST, subscription, clock.now(), null, null, null));
    }

    @ApplicationScoped
    static class Subjects implements PanacheRepositoryBase<NotificationSubject, UUID> {}
}
