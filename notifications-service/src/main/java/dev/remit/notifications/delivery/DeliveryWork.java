package dev.remit.notifications.delivery;

import dev.remit.kit.ids.Ids;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.time.TenantClock;
import dev.remit.notifications.delivery.DeliveryQueue.Foremost;
import dev.remit.notifications.signing.SigningSecret;
import dev.remit.notifications.subscriptions.Subscription;
import dev.remit.notifications.subscriptions.Subscriptions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The steps of a delivery that are in the database: each a transaction, and each good to be the last before a crash. */
@ApplicationScoped
class DeliveryWork {
    private final DeliveryQueue queue;
    private final Deliveries deliveries;
    private final Attempts attempts;
    private final Subscriptions subscriptions;
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
        this.health = health;
        this.settings = settings;
        this.tenancy = tenancy;
        this.clock = clock;
        this.wall = wall;
        this.ids = ids;
    }

    /**
     * Claims subjects of a tenant's subscriptions that are due, each for one try, and gives what is foremost of each.
     *
     * @param places how many of each subscription at most
     */
    List<Outgoing> claim(UUID tenant, Map<UUID, Integer> places) {
        return tenancy.callAs(tenant, () -> {
            Map<UUID, Subscription> receivers = subscriptions.active(places.keySet());
            Instant machineTime = wall.instant();
            Instant now = clock.now();
            UUID lease = ids.next();
            List<Claim> claims = receivers.keySet().stream()
                    .flatMap(receiver -> queue.due(tenant, receiver, now, machineTime, places.get(receiver)).stream()
                            .map(subject -> new Claim(tenant, receiver, subject, lease)))
                    .toList();
            return claims.isEmpty() ? List.of() : take(tenant, claims, receivers, machineTime);
        });
    }

    private List<Outgoing> take(
            UUID tenant, List<Claim> claims, Map<UUID, Subscription> receivers, Instant machineTime) {
        Map<Claim, Foremost> foremost = queue.foremost(tenant, claims);
        queue.remove(
                claims.stream().filter(claim -> !foremost.containsKey(claim)).toList());
        queue.lease(List.copyOf(foremost.keySet()), machineTime.plus(settings.claimedFor()));
        Map<UUID, List<SigningSecret>> secrets = subscriptions.secrets(
                foremost.keySet().stream().map(Claim::subscription).collect(Collectors.toSet()));
        return claims.stream()
                .filter(foremost::containsKey)
                .map(claim -> outgoing(
                        claim,
                        foremost.get(claim),
                        receivers.get(claim.subscription()),
                        secrets.getOrDefault(claim.subscription(), List.of())))
                .toList();
    }

    private static Outgoing outgoing(
            Claim claim, Foremost foremost, Subscription receiver, List<SigningSecret> secrets) {
        return new Outgoing(
                claim,
                foremost.delivery(),
                receiver.url(),
                foremost.notification(),
                foremost.body(),
                secrets,
                receiver.failingSince().isPresent());
    }

    /**
     * What became of outcomes that were to be noted together.
     *
     * @param noted the claims whose tries were noted
     * @param more those of them of whose subjects something else is due now
     */
    record Noted(Set<Claim> noted, Set<Claim> more) {}

    /**
     * Notes down how tries of one tenant's went, and lets go of their subjects, all in one transaction. Those whose subjects
     * somebody else has locked are left out, since none of several may wait for a lock.
     */
    Noted noteTogether(UUID tenant, List<Tried> tried) {
        Map<Claim, Tried> byClaim = tried.stream().collect(Collectors.toMap(Tried::claim, Function.identity()));
        return tenancy.callAs(tenant, () -> {
            Map<Claim, Boolean> locked = queue.lockFree(tenant, List.copyOf(byClaim.keySet()));
            return new Noted(locked.keySet(), noteLocked(tenant, locked, byClaim));
        });
    }

    /**
     * Notes down how a try went, and lets go of the subject. Where the claim ran out meanwhile, the try is noted alone.
     *
     * @return whether something else of the subject is due now
     */
    boolean note(Tried tried) {
        Claim claim = tried.claim();
        return !tenancy.callAs(
                        claim.tenant(),
                        () -> noteLocked(claim.tenant(), Map.of(claim, isOurs(claim)), Map.of(claim, tried)))
                .isEmpty();
    }

    /** Apart from the above, since it locks the subscription's row, for which whatever is enqueued waits. */
    void noteHealth(Tried tried) {
        if (!tried.outcome().isDelivered() || tried.outgoing().wasFailing()) {
            tenancy.runAs(tried.tenant(), () -> noteHealth(tried.claim(), tried.outcome()));
        }
    }

    private boolean isOurs(Claim claim) {
        return queue.lock(claim.tenant(), claim.subscription(), claim.subject())
                .filter(claim.lease()::equals)
                .isPresent();
    }

    /** @param locked claims whose rows are locked or gone, with whether they are still ours */
    private Set<Claim> noteLocked(UUID tenant, Map<Claim, Boolean> locked, Map<Claim, Tried> tried) {
        Map<UUID, Delivery> known = deliveries.find(locked.keySet().stream()
                .map(claim -> tried.get(claim).delivery())
                .toList());
        Map<Claim, UUID> ours = new HashMap<>();
        Map<Claim, Instant> due = new HashMap<>();
        Instant now = clock.now();
        locked.forEach((claim, isOurs) -> {
            Delivery delivery = known.get(tried.get(claim).delivery());
            if (delivery == null) {
                return;
            }
            Outcome outcome = tried.get(claim).outcome();
            attempts.persist(new Attempt(ids.next(), delivery.id(), delivery.attempts() + 1, outcome));
            if (isOurs) {
                ours.put(claim, delivery.id());
                if (outcome.isDelivered()) {
                    delivery.delivered(now);
                } else {
                    delivery.failed(now, outcome.retryAfter()).ifPresent(again -> due.put(claim, again));
                }
            }
        });
        return letGo(tenant, ours, due, now);
    }

    /** @param again when those are tried again whose try failed */
    private Set<Claim> letGo(UUID tenant, Map<Claim, UUID> ours, Map<Claim, Instant> again, Instant now) {
        Map<Claim, UUID> ended = new HashMap<>(ours);
        ended.keySet().removeAll(again.keySet());
        Set<Claim> more = ended.isEmpty() ? Set.of() : queue.withMore(tenant, ended);
        Map<Claim, Instant> due = new HashMap<>(again);
        more.forEach(claim -> due.put(claim, now));
        queue.free(due);
        ended.keySet().removeAll(more);
        queue.remove(ended.keySet());
        return more;
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
