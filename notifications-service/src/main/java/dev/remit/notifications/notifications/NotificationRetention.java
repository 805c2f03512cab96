package dev.remit.notifications.notifications;

import dev.remit.kit.ids.Ids;
import dev.remit.kit.retention.Retention;
import dev.remit.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/**
 * Forgets notifications after {@code remit.notifications.kept}, except those of which there is a delivery or a mail. How many were told
 * of a subject is never forgotten, so that its numbers go on where they were.
 */
@ApplicationScoped
class NotificationRetention implements Retention {
    private final Sql sql;
    private final Duration kept;

    NotificationRetention(Sql sql, NotificationSettings settings) {
        this.sql = sql;
        this.kept = settings.kept();
    }

    @Override
    public String name() {
        return "notifications";
    }

    @Override
    public Duration kept() {
        return kept;
    }

    @Override
    public int forget(Instant before, int most) {
        return sql.update(
                "DELETE FROM notification WHERE id < ? AND NOT EXISTS (SELECT 1 FROM delivery WHERE"
                        + " delivery.notification_id = notification.id) AND NOT EXISTS (SELECT 1 FROM mail WHERE"
                        + " mail.notification_id = notification.id) LIMIT ?",
                Ids.firstOf(before),
                most);
    }
}
