package dev.remit.notifications.delivery;

import dev.remit.kit.problem.Problem;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.time.TenantClock;
import dev.remit.notifications.delivery.DeliveryRanges.Range;
import dev.remit.notifications.notifications.Notification;
import dev.remit.notifications.notifications.Notifications;
import dev.remit.notifications.subscriptions.Subscription;
import dev.remit.notifications.subscriptions.SubscriptionDeleted;
import dev.remit.notifications.subscriptions.SubscriptionEnabled;
import dev.remit.notifications.subscriptions.SubscriptionState;
import dev.remit.notifications.subscriptions.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;

/** What is sent because somebody asked for it, and what becomes of deliveries when their subscription changes. */
@ApplicationScoped
class DeliveryActions {
    static final int MOST_AT_ONCE = 10_000;

    private final Deliveries deliveries;
    private final DeliveryQueue queue;
    private final DeliveryRanges ranges;
    private final Subscriptions subscriptions;
    private final Notifications notifications;
    private final Tenancy tenancy;
    private final TenantClock clock;

    DeliveryActions(
            Deliveries deliveries,
            DeliveryQueue queue,
            DeliveryRanges ranges,
            Subscriptions subscriptions,
            Notifications notifications,
            Tenancy tenancy,
            TenantClock clock) {
        this.deliveries = deliveries;
        this.queue = queue;
        this.ranges = ranges;
        this.subscriptions = subscriptions;
        this.notifications = notifications;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** @throws Problem not-found; wrong-state where nothing is sent to it for now */
    Delivery test(UUID subscription) {
        Subscription receiver = subscriptions.require(subscription);
        if (receiver.state() != SubscriptionState.ACTIVE) {
            throw Problem.wrongState("The subscription is " + receiver.state() + "; resume it first.");
        }
        Notification word = notifications.test(subscription);
        return deliveries.find(deliveries.enqueue(subscription, word.id(), word.subjectId(), word.sequence()));
    }

    /**
     * Sends a delivery once more, or at once where it still waits.
     *
     * @throws Problem not-found
     */
    Delivery replay(UUID id) {
        Delivery delivery = deliveries.require(id);
        queue.hurry(tenancy.current(), delivery.subscription(), delivery.subject(), clock.now());
        if (delivery.state() != DeliveryState.WAITING) {
            delivery.again();
        }
        return delivery;
    }

    /** @throws Problem not-found, validation */
    int replay(UUID subscription, ReplayRequest which) {
        subscriptions.require(subscription);
        Range range = new Range(tenancy.current(), subscription, which.from(), which.until(), which.takesDelivered());
        if (ranges.count(range) > MOST_AT_ONCE) {
            throw Problem.invalid("until", "takes in more than " + MOST_AT_ONCE + " deliveries", "too-many");
        }
        return ranges.sendAgain(range, clock.now());
    }

    /** What waited longest would else wait for its next try, a day perhaps. */
    void resumed(@Observes SubscriptionEnabled subscription) {
        queue.hurryAll(tenancy.current(), subscription.id(), clock.now());
    }

    void deleted(@Observes SubscriptionDeleted subscription) {
        ranges.removeAll(tenancy.current(), subscription.id());
    }
}
