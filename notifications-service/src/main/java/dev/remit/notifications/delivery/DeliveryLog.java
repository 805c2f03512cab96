package dev.remit.notifications.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.remit.kit.http.Cursor;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.problem.Problem;
import dev.remit.notifications.notifications.Notification;
import dev.remit.notifications.notifications.Notifications;
import dev.remit.notifications.subscriptions.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What became of deliveries, for people to read. */
@ApplicationScoped
class DeliveryLog {
    private static final UUID AFTER_ALL = Ids.firstOf(Instant.parse("9999-01-01T00:00:00Z"));

    private final Deliveries deliveries;
    private final DeliveryWork.Attempts attempts;
    private final Notifications notifications;
    private final Subscriptions subscriptions;

    DeliveryLog(
            Deliveries deliveries,
            DeliveryWork.Attempts attempts,
            Notifications notifications,
            Subscriptions subscriptions) {
        this.deliveries = deliveries;
        this.attempts = attempts;
        this.notifications = notifications;
        this.subscriptions = subscriptions;
    }

    /**
     * Newest first.
     *
     * @param state null for any
     * @throws Problem not-found
     */
    Page<DeliveryView> page(UUID subscription, DeliveryState state, Paging paging) {
        subscriptions.require(subscription);
        UUID before = paging.after(1).map(cursor -> cursor.uuid(0)).orElse(AFTER_ALL);
        List<Delivery> rows = deliveries.newest(subscription, state, before, paging.limit() + 1);
        Map<UUID, Notification> told = rows.isEmpty()
                ? Map.of()
                : notifications
                        .list(
                                "id in ?1",
                                rows.stream().map(Delivery::notification).toList())
                        .stream()
                        .collect(Collectors.toMap(Notification::id, Function.identity()));
        return Page.of(
                rows,
                paging.limit(),
                row -> DeliveryView.of(row, told.get(row.notification())),
                row -> Cursor.after(row.id()));
    }

    /** @throws Problem not-found */
    DeliveryLogView of(UUID id) {
        Delivery delivery = deliveries.require(id);
        Notification notification = notifications.findById(delivery.notification());
        return new DeliveryLogView(
                DeliveryView.of(delivery, notification),
                new String(notification.body(), UTF_8),
                attempts.list("deliveryId = ?1 order by id", id).stream()
                        .map(AttemptView::of)
                        .toList());
    }

    DeliveryView view(Delivery delivery) {
        return DeliveryView.of(delivery, notifications.findById(delivery.notification()));
    }
}
