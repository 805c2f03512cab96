package dev.remit.notifications.notifications;

import dev.remit.kit.ids.Ids;
import dev.remit.kit.sql.Sql;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Forgets notifications after {@code remit.notifications.kept}, except those of which there is a delivery or a mail. How many were told
 * of a subject is never forgotten, so that its numbers go on where they were.
 */
@ApplicationScoped
class NotificationRetention {
    private static final int BATCH = 1_000;

    private final Sql sql;
    private final InstantSource wall;
    private final Duration kept;

    NotificationRetention(Sql sql, InstantSource wall, NotificationSettings settings) {
        this.sql = sql;
        this.wall = wall;
        this.kept = settings.kept();
    }

    @Scheduled(every = "1h", delayed = "3m", identity = "notification-retention")
    void forgetOldNotifications() {
        forgetBefore(wall.instant().minus(kept));
    }

    /** Small batches, each its own transaction: two replicas may do this at once. */
    void forgetBefore(Instant moment) {
        int deleted;
        do {
            deleted = sql.update(
                    "DELETE FROM notification WHERE id < ? AND NOT EXISTS (SELECT 1 FROM delivery WHERE"
                            + " delivery.notification_id = notification.id) AND NOT EXISTS (SELECT 1 FROM mail WHERE"
                            + " mail.notification_id = notification.id) LIMIT ?",
                    Ids.firstOf(moment),
                    BATCH);
        } while (deleted == BATCH);
    }
}
