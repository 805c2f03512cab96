package dev.remit.notifications.delivery;

import dev.remit.kit.sql.Sql;
import dev.remit.notifications.subscriptions.Subscription;
import dev.remit.notifications.subscriptions.SubscriptionDisabled;
import dev.remit.notifications.subscriptions.SubscriptionState;
import dev.remit.notifications.subscriptions.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Since when a receiver has done nothing but fail. It is written beside the entity, whose version is its owner's: a try that
 * fails must not make their next change a stale one.
 */
@ApplicationScoped
class ReceiverHealth {
    /** After five days of nothing else nobody is behind it any more. */
    private static final Duration LONGEST_FAILING = Duration.ofDays(5);

    private static final Logger LOG = Logger.getLogger(ReceiverHealth.class);

    private final Sql sql;
    private final Subscriptions subscriptions;
    private final Event<SubscriptionDisabled> disabled;

    ReceiverHealth(Sql sql, Subscriptions subscriptions, Event<SubscriptionDisabled> disabled) {
        this.sql = sql;
        this.subscriptions = subscriptions;
        this.disabled = disabled;
    }

    void isWell(UUID tenant, UUID subscription) {
        sql.update("UPDATE subscription SET failing_since = NULL WHERE tenant_id = ? AND id = ?", tenant, subscription);
    }

    /** @param gone whether the receiver asked for nothing more */
    void failed(UUID tenant, UUID subscription, Instant now, boolean gone) {
        sql.update(
                "UPDATE subscription SET failing_since = ? WHERE tenant_id = ? AND id = ? AND failing_since IS NULL",
                now,
                tenant,
                subscription);
        Subscription receiver = subscriptions.findById(subscription);
        if (receiver != null && receiver.state() == SubscriptionState.ACTIVE && (gone || isLost(receiver, now))) {
            receiver.disable();
            isWell(tenant, subscription);
            disabled.fire(new SubscriptionDisabled(
                    subscription,
                    receiver.url(),
                    gone ? null : receiver.failingSince().orElse(null)));
            LOG.infof("Subscription %s is disabled: its receiver %s", subscription, gone ? "is gone" : "only fails");
        }
    }

    private static boolean isLost(Subscription receiver, Instant now) {
        return receiver.failingSince()
                .filter(since -> !since.plus(LONGEST_FAILING).isAfter(now))
                .isPresent();
    }
}
