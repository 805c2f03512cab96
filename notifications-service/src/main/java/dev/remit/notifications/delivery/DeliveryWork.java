package dev.remit.notifications.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.remit.kit.ids.Ids;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.time.TenantClock;
import dev.remit.notifications.notifications.Notification;
import dev.remit.notifications.notifications.Notifications;
import dev.remit.notifications.signing.SigningSecret;
import dev.remit.notifications.subscriptions.Subscription;
import dev.remit.notifications.subscriptions.SubscriptionState;
import dev.remit.notifications.subscriptions.Subscriptions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
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

    /** Claims subjects of a subscription that are due, each for one try, and gives what is foremost of each. */
    List<Outgoing> claim(UUID tenant, UUID subscription, int limit) {
        return tenancy.callAs(tenant, () -> {
            Subscription receiver = subscriptions.findById(subscription);
            if (receiver == null || receiver.state() != SubscriptionState.ACTIVE) {
                return List.of();
            }
            Instant machineTime = wall.instant();
            UUID lease = ids.next();
            List<UUID> subjects = queue.due(tenant, subscription, clock.now(), machineTime, limit);
            queue.lease(tenant, subscription, subjects, lease, machineTime.plus(settings.claimedFor()));
            List<SigningSecret> secrets = subjects.isEmpty() ? List.of() : subscriptions.secrets(subscription);
            return subjects.stream()
                    .map(subject -> new Claim(tenant, subscription, subject, lease))
                    .flatMap(claim -> foremost(claim, receiver, secrets).stream())
                    .toList();
        });
    }

    private Optional<Outgoing> foremost(Claim claim, Subscription receiver, List<SigningSecret> secrets) {
        Optional<Delivery> foremost = deliveries.foremost(claim.subscription(), claim.subject());
        if (foremost.isEmpty()) {
            queue.remove(claim.tenant(), claim.subscription(), claim.subject());
            return Optional.empty();
        }
        Notification notification = notifications.findById(foremost.get().notification());
        return Optional.of(new Outgoing(
                claim,
                foremost.get().id(),
                receiver.url(),
                notification.id(),
                new String(notification.body(), UTF_8),
                secrets,
                receiver.failingSince().isPresent()));
    }

    /**
     * Notes down how a try went, and lets go of the subject. Where the claim ran out meanwhile, the try is noted alone.
     *
     * @return whether something else of the subject is due now
     */
    boolean note(Outgoing outgoing, Outcome outcome) {
        Claim claim = outgoing.claim();
        boolean more = tenancy.callAs(claim.tenant(), () -> {
            boolean ours = isOurs(claim);
            Delivery delivery = deliveries.find(outgoing.delivery());
            if (delivery == null) {
                return false;
            }
            attempts.persist(new Attempt(ids.next(), delivery.id(), delivery.attempts() + 1, outcome));
            return ours && follow(claim, delivery, outcome);
        });
        if (!outcome.isDelivered() || outgoing.wasFailing()) {
            // Apart, since it locks the subscription's row, for which whatever is enqueued waits.
            tenancy.runAs(claim.tenant(), () -> noteHealth(claim, outcome));
        }
        return more;
    }

    private boolean isOurs(Claim claim) {
        return queue.lock(claim.tenant(), claim.subscription(), claim.subject())
                .filter(claim.lease()::equals)
                .isPresent();
    }

    private boolean follow(Claim claim, Delivery delivery, Outcome outcome) {
        Instant now = clock.now();
        Optional<Instant> again = Optional.empty();
        if (outcome.isDelivered()) {
            delivery.delivered(now);
        } else {
            again = delivery.failed(now);
        }
        if (deliveries.foremost(claim.subscription(), claim.subject()).isEmpty()) {
            queue.remove(claim.tenant(), claim.subscription(), claim.subject());
            return false;
        }
        queue.free(claim.tenant(), claim.subscription(), claim.subject(), again.orElse(now));
        return again.isEmpty();
    }

    private void noteHealth(Claim claim, Outcome outcome) {
        if (outcome.isDelivered()) {
            health.isWell(claim.tenant(), claim.subscription());
        } else {
            health.failed(claim.tenant(), claim.subscription(), clock.now(), outcome.isGone());
        }
    }

    @ApplicationScoped
    static class Attempts implements PanacheRepositoryBase<Attempt, UUID> {}
}
