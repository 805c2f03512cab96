package dev.remit.notifications.subscriptions;

import dev.remit.kit.http.ETags;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.time.TenantClock;
import dev.remit.notifications.clients.Clients;
import dev.remit.notifications.notifications.NotificationType;
import dev.remit.notifications.outbound.Guard;
import dev.remit.notifications.outbound.UnfitTarget;
import dev.remit.notifications.signing.SigningSecret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.UUID;

/** Makes subscriptions, changes them and ends them. */
@ApplicationScoped
class SubscriptionActions {
    private final Subscriptions subscriptions;
    private final SubscriptionSecrets secrets;
    private final Clients clients;
    private final Guard guard;
    private final Ids ids;
    private final TenantClock clock;
    private final Event<SubscriptionEnabled> enabled;
    private final Event<SubscriptionDeleted> deleted;

    SubscriptionActions(
            Subscriptions subscriptions,
            SubscriptionSecrets secrets,
            Clients clients,
            Guard guard,
            Ids ids,
            TenantClock clock,
            Event<SubscriptionEnabled> enabled,
            Event<SubscriptionDeleted> deleted) {
        this.subscriptions = subscriptions;
        this.secrets = secrets;
        this.clients = clients;
        this.guard = guard;
        this.ids = ids;
        this.clock = clock;
        this.enabled = enabled;
        this.deleted = deleted;
    }

    /** A subscription with a secret that was made for it. */
    record Issued(Subscription subscription, SigningSecret secret) {}

    /** @throws Problem validation */
    Issued create(SubscriptionCreation wanted) {
        check(wanted);
        Subscription subscription = new Subscription(ids.next(), clock.now());
        subscription.setUp(wanted);
        subscriptions.persist(subscription);
        return new Issued(subscription, secrets.make(subscription.id(), wanted.secretKind()));
    }

    /** @throws Problem not-found, precondition-required, stale, validation */
    Subscription change(UUID id, String ifMatch, SubscriptionSettings wanted) {
        Subscription subscription = requireAt(id, ifMatch);
        check(wanted);
        subscription.setUp(wanted);
        subscriptions.flush();
        return subscription;
    }

    /** @throws Problem not-found */
    Issued rotate(UUID id, SecretRotation how) {
        Subscription subscription = subscriptions.require(id);
        return new Issued(subscription, secrets.rotate(id, how));
    }

    /** @throws Problem not-found, precondition-required, stale; wrong-state where it is disabled */
    Subscription pause(UUID id, String ifMatch) {
        Subscription subscription = requireAt(id, ifMatch);
        if (subscription.state() == SubscriptionState.DISABLED) {
            throw Problem.wrongState("It is disabled; nothing is sent anyway.");
        }
        subscription.pause();
        subscriptions.flush();
        return subscription;
    }

    /** @throws Problem not-found, precondition-required, stale */
    Subscription resume(UUID id, String ifMatch) {
        Subscription subscription = requireAt(id, ifMatch);
        subscription.resume();
        subscriptions.flush();
        enabled.fire(new SubscriptionEnabled(id));
        return subscription;
    }

    /** @throws Problem not-found, precondition-required, stale */
    void delete(UUID id, String ifMatch) {
        Subscription subscription = requireAt(id, ifMatch);
        deleted.fire(new SubscriptionDeleted(id));
        secrets.list("subscriptionId", id).forEach(secrets::delete);
        subscriptions.delete(subscription);
    }

    private Subscription requireAt(UUID id, String ifMatch) {
        Subscription subscription = subscriptions.require(id);
        ETags.requireMatch(ifMatch, subscription.version());
        return subscription;
    }

    private void check(SubscriptionSettings wanted) {
        try {
            guard.requireFit(wanted.url());
        } catch (UnfitTarget unfit) {
            throw Problem.invalid("url", unfit.getMessage(), "unfit");
        }
        List<String> types = wanted.eventTypes();
        types.stream()
                .filter(type -> NotificationType.subscribable(type).isEmpty())
                .findFirst()
                .ifPresent(unknown -> {
                    throw Problem.invalid("eventTypes", "has no such type: " + unknown, "unknown");
                });
        wanted.clients().stream()
                .filter(code -> clients.byCode(code).isEmpty())
                .findFirst()
                .ifPresent(unknown -> {
                    throw Problem.invalid("clients", "has no such client: " + unknown, "unknown");
                });
    }
}
