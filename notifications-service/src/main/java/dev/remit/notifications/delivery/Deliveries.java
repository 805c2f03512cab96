package dev.remit.notifications.delivery;

import dev.remit.kit.ids.Ids;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.time.TenantClock;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.Query;

/** What the current tenant's subscriptions are sent. */
@ApplicationScoped
public class Deliveries {
    private final Rows rows;
    private final DeliveryQueue queue;
    private final Tenancy tenancy;
    private final TenantClock clock;
    private final Ids ids;

    Deliveries(Rows rows, DeliveryQueue queue, Tenancy tenancy, TenantClock clock, Ids ids) {
        this.rows = rows;
        this.queue = queue;
        this.tenancy = tenancy;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Has a subscription sent a notification, after all that was enqueued of its subject before; in the transaction in which
     * the notification is made. Whoever enqueues for several subscriptions does so in the order of their ids, since each
     * takes a lock.
     *
     * @return the delivery's id
     */
    public UUID enqueue(UUID subscription, UUID notification, UUID subject, long sequence) {
        Instant now = clock.now();
        Delivery delivery = new Delivery(ids.next(), subscription, notification, subject, sequence, now);
        rows.persist(delivery);
        queue.join(tenancy.current(), subscription, subject, now);
        return delivery.id();
    }

    /** Whether a subscription is, or was, to be sent a notification. */
    public boolean isEnqueued(UUID subscription, UUID notification) {
        return rows.count("subscriptionId = ?1 and notificationId = ?2", subscription, notification) > 0;
    }

    /** Those of these ids that there are: whose subscription was deleted meanwhile is not. */
    Map<UUID, Delivery> find(Collection<UUID> ids) {
        return rows.list("id in ?1", ids).stream().collect(Collectors.toMap(Delivery::id, Function.identity()));
    }

    /** Null where its subscription was deleted meanwhile. */
    Delivery find(UUID id) {
        return rows.findById(id);
    }

    /** @throws Problem not-found */
    Delivery require(UUID id) {
        return rows.findByIdOptional(id).orElseThrow(Problem::notFound);
    }

    /**
     * Those that were made before another one, the latest first.
     *
     * @param state null for any
     */
    List<Delivery> newest(UUID subscription, DeliveryState state, UUID before, int limit) {
        Query<Delivery> query = rows.getEntityManager()
                .unwrap(Session.class)
                .createQuery(
                        "from Delivery where subscriptionId = :subscription and id < :before"
                                + (state == null ? "" : " and state = :state") + " order by id desc",
                        Delivery.class)
                .setParameter("subscription", subscription)
                .setParameter("before", before)
                .setMaxResults(limit);
        if (state != null) {
            query.setParameter("state", state);
        }
        // MySQL takes any index that begins with the subscription, and sorts all that it finds there.
        return query.addQueryHint(state == null ? "ix_delivery_by_subscription" : "ix_delivery_by_state")
                .list();
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<Delivery, UUID> {}
}
