package dev.remit.notifications.notifications;

import dev.remit.kit.audit.Unaudited;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** How often something was told of a subject. */
@Entity
@Unaudited("counts notifications")
@Table(name = "notification_subject")
class NotificationSubject {
    @Id
    private UUID subjectId;

    @TenantId
    private UUID tenantId;

    private long sequence;

    protected NotificationSubject() {}

    NotificationSubject(UUID subjectId) {
        this.subjectId = subjectId;
    }

    /** How often so far. */
    long told() {
        return sequence;
    }

    long next() {
        return ++sequence;
    }
}
