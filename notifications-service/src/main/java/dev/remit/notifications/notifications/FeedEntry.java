package dev.remit.notifications.notifications;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.UUID;

/** A notification as the feed keeps it. */
record FeedEntry(UUID id, @JsonRawValue String body) {
    static FeedEntry of(Notification notification) {
        return new FeedEntry(notification.id(), new String(notification.body(), UTF_8));
    }
}
