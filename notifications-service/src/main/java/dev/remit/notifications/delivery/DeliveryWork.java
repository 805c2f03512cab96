package dev.remit.notifications.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.remit.kit.ids.Ids;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.time.TenantClock;
import dev.remit.notifications.notifications.Notification;
import dev.remit.notifications.notifications.Notifications;
import dev.remit.notifications.subscriptions.Subscription;
import dev.remit.notifications.subscriptions.SubscriptionState;
import dev.remit.notifications.subscriptions.Subscriptions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The steps of a delivery that are in the database: each a transaction, and each good to be the last before a crash. */
@ApplicationScoped
class DeliveryWork {
    private final DeliveryQueue queue;
    private final Deliveries deliveries;
    private final Attempts attempts;
    private final Subscriptions subscriptions;
    private final Notifications notifications;
    private final ReceiverHealth health;
    private final DeliverySettings settings;
    private final Tenancy tenancy;
    private final TenantClock clock;
    private final InstantSource wall;
    private final Ids ids;

    DeliveryWork(
            DeliveryQueue queue,
            Deliveries deliveries,
            Attempts attempts,
            Subscriptions subscriptions,
            Notifications notifications,
            ReceiverHealth health,
            DeliverySettings settings,
            Tenancy tenancy,
            TenantClock clock,
            InstantSource wall,
            Ids ids) {
        this.queue = queue;
        this.deliveries = deliveries;
        this.attempts = attempts;
        this.subscriptions = subscriptions;
        this.notifications = notifications;
        this.health = health;
        this.settings = settings;
        this.tenancy = tenancy;
        this.clock = clock;
        this.wall = wall;
        this.ids = ids;
    }

    /** Claims subjects of a subscription that are due, each for one try. */
    List<Claim> claim(UUID tenant, UUID subscription, int limit) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Instant machineTime = wall.instant();
            UUID lease = ids.next();
            List<UUID> subjects = queue.due(tenant, subscription, clock.nowFor(tenant), machineTime, limit);
            queue.lease(tenant, subscription, subjects, lease, machineTime.plus(settings.claimedFor()));
            return subjects.stream()
                    .map(subject -> new Claim(tenant, subscription, subject, lease))
                    .toList();
        });
    }

    /** What is foremost of a claimed subject; empty where there is nothing to send any more, or the claim ran out. */
    Optional<Outgoing> foremost(Claim claim) {
        return tenancy.callAs(claim.tenant(), () -> isOurs(claim) ? read(claim) : Optional.empty());
    }

    private Optional<Outgoing> read(Claim claim) {
        Subscription subscription = subscriptions.findById(claim.subscription());
        Optional<Delivery> foremost = deliveries.foremost(claim.subscription(), claim.subject());
        if (subscription == null || foremost.isEmpty()) {
            queue.remove(claim.tenant(), claim.subscription(), claim.subject());
            return Optional.empty();
        }
        if (subscription.state() != SubscriptionState.ACTIVE) {
            queue.free(claim.tenant(), claim.subscription(), claim.subject(), clock.now());
            return Optional.empty();
        }
        Notification notification = notifications.findById(foremost.get().notification());
        return Optional.of(new Outgoing(
                foremost.get().id(),
                subscription.url(),
                notification.id(),
                new String(notification.body(), UTF_8),
                subscriptions.secrets(subscription.id()),
                subscription.failingSince().isPresent()));
    }

    /** Notes down how a try went, and lets go of the subject. Where the claim ran out meanwhile, the try is noted alone. */
    void note(Claim claim, Outgoing outgoing, Outcome outcome) {
        tenancy.callAs(claim.tenant(), () -> {
            boolean ours = isOurs(claim);
            Delivery delivery = deliveries.find(outgoing.delivery());
            if (delivery == null) {
                return null;
            }
            attempts.persist(new Attempt(ids.next(), delivery.id(), delivery.attempts() + 1, outcome));
            if (ours) {
                follow(claim, delivery, outcome);
            }
            noteHealth(claim, outgoing, outcome);
            return null;
        });
    }

    private boolean isOurs(Claim claim) {
        return queue.lock(claim.tenant(), claim.subscription(), claim.subject())
                .filter(claim.lease()::equals)
                .isPresent();
    }

    private void follow(Claim claim, Delivery delivery, Outcome outcome) {
        Instant now = clock.now();
        Optional<Instant> again = Optional.empty();
        if (outcome.isDelivered()) {
            delivery.delivered(now);
        } else {
            again = delivery.failed(now);
        }
        Instant due = again.orElse(now);
        if (deliveries.foremost(claim.subscription(), claim.subject()).isPresent()) {
            queue.free(claim.tenant(), claim.subscription(), claim.subject(), due);
        } else {
            queue.remove(claim.tenant(), claim.subscription(), claim.subject());
        }
    }

    private void noteHealth(Claim claim, Outgoing outgoing, Outcome outcome) {
        if (!outcome.isDelivered()) {
            health.failed(claim.tenant(), claim.subscription(), clock.now(), outcome.isGone());
        } else if (outgoing.wasFailing()) {
            health.isWell(claim.tenant(), claim.subscription());
        }
    }

    @ApplicationScoped
    static class Attempts implements PanacheRepositoryBase<Attempt, UUID> {}
}
