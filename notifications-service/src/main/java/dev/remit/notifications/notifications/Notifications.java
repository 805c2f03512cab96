package dev.remit.notifications.notifications;

import dev.remit.kit.ids.Ids;
import dev.remit.kit.time.TenantClock;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/** What the current tenant's receivers are told. */
@ApplicationScoped
public class Notifications implements PanacheRepositoryBase<Notification, UUID> {
    private final Subjects subjects;
    private final TenantClock clock;
    private final Ids ids;

    Notifications(Subjects subjects, TenantClock clock, Ids ids) {
        this.subjects = subjects;
        this.clock = clock;
        this.ids = ids;
    }

    /** Keeps what is told, behind everything that was told of its subject. */
    public Notification tell(NewNotification told) {
        NotificationSubject subject = subjects.findById(told.subject(), LockModeType.PESSIMISTIC_WRITE);
        if (subject == null) {
            subject = new NotificationSubject(told.subject());
            subjects.persist(subject);
        }
        Notification notification = new Notification(ids.next(), told, subject.next());
        persist(notification);
        return notification;
    }

    /** Whether something of a type was told of a subject. */
    public boolean wasTold(UUID subject, NotificationType type) {
        return count("subjectId = ?1 and type = ?2", subject, type.wireName()) > 0;
    }

    /** A word to one subscription's receiver, to see that it is reached. */
    public Notification test(UUID subscription) {
        return tell(new NewNotification(NotificationType.WEBHOOK_TEST, subscription, clock.now(), null, null, null));
    }

    @ApplicationScoped
    static class Subjects implements PanacheRepositoryBase<NotificationSubject, UUID> {}
}
