package dev.remit.kit.feed;

import dev.remit.kit.feed.FeedHandler.Prepared;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Gives tenants their turns with one handler: a stretch of one tenant's oldest events takes effect in one transaction, then
 * it is the next tenant's turn. Several threads and replicas take turns beside each other, of one tenant one at a time. A
 * stretch that fails is taken again event by event; an event that fails again and again by itself is set aside.
 */
final class FeedTurn<P> {
    static final int ATTEMPTS = 5;
    static final int MOST = 100;

    private static final Logger LOG = Logger.getLogger(FeedTurn.class);
    private static final int CANDIDATES = 20;

    private final FeedHandler<P> handler;
    private final FeedInbox inbox;
    private final FeedTurns turns;
    private final SetAsideEvents setAside;
    private final Tenancy tenancy;
    private final Set<UUID> atIt = ConcurrentHashMap.newKeySet();
    private final Map<UUID, Stretch> stretches = new ConcurrentHashMap<>();

    FeedTurn(FeedHandler<P> handler, FeedInbox inbox, FeedTurns turns, SetAsideEvents setAside, Tenancy tenancy) {
        this.handler = handler;
        this.inbox = inbox;
        this.turns = turns;
        this.setAside = setAside;
        this.tenancy = tenancy;
    }

    /** Takes the turn of the tenant that has waited longest; false when there is none that nobody is at. */
    boolean step() {
        for (UUID tenant : turns.due(handler.name(), CANDIDATES)) {
            if (atIt.add(tenant)) {
                try {
                    if (take(tenant)) {
                        return true;
                    }
                } finally {
                    atIt.remove(tenant);
                }
            }
        }
        return false;
    }

    /** Takes everything of everybody, whoever's turn it is; the first failure is thrown. */
    void takeAll() {
        for (UUID tenant : inbox.tenants(handler.name())) {
            List<FeedEvent> events;
            while (!(events = inbox.first(handler.name(), tenant, MOST)).isEmpty()) {
                apply(tenant, events);
            }
        }
    }

    /** Whether anything came of it, for better or worse. */
    private boolean take(UUID tenant) {
        Stretch stretch = stretches.getOrDefault(tenant, Stretch.USUAL);
        List<FeedEvent> events = inbox.first(handler.name(), tenant, stretch.size());
        if (events.isEmpty()) {
            stretches.remove(tenant);
            return false;
        }
        long began = System.nanoTime();
        try {
            boolean taken = apply(tenant, events);
            if (taken) {
                stretches.put(tenant, stretch.after(events.size(), System.nanoTime() - began));
            }
            return taken;
        } catch (Throwable failure) {
            Trace.tenant(tenant);
            try {
                fail(tenant, events, failure);
            } finally {
                Trace.tenant(null);
            }
            return true;
        }
    }

    /** One whose subject is held back goes behind what holds it, and comes in its turn from there. */
    private boolean apply(UUID tenant, List<FeedEvent> events) {
        Trace.operation(operation(events));
        Set<UUID> held = setAside.subjects(handler.name(), tenant);
        List<Prepared<P>> offered = new ArrayList<>();
        for (FeedEvent event : events) {
            offered.add(new Prepared<>(event, held.contains(event.subject()) ? null : handler.prepare(event)));
        }
        return tenancy.callAs(tenant, () -> {
            if (!turns.lock(handler.name(), tenant) || !inbox.beginsWith(handler.name(), events.getFirst())) {
                return false;
            }
            Set<UUID> heldNow = setAside.subjects(handler.name(), tenant);
            List<Prepared<P>> free = new ArrayList<>();
            for (Prepared<P> next : offered) {
                UUID subject = next.event().subject();
                if (held.contains(subject) || heldNow.contains(subject)) {
                    setAside.addBehind(handler.name(), next.event());
                } else {
                    free.add(next);
                }
            }
            if (!free.isEmpty()) {
                handler.applyAll(free);
            }
            done(events);
            return true;
        });
    }

    private void done(List<FeedEvent> events) {
        inbox.removeThrough(handler.name(), events.getLast());
        turns.taken(handler.name(), events.getLast().tenant());
    }

    private void fail(UUID tenant, List<FeedEvent> events, Throwable failure) {
        String operation = operation(events);
        if (TransientFailures.is(failure)) {
            LOG.warnf("%s waits, for it meets trouble: %s", operation, FailureSummary.of(failure));
            stretches.put(tenant, Stretch.singly(events.size()));
            tenancy.runAs(tenant, () -> turns.pause(handler.name(), tenant));
        } else if (events.size() > 1) {
            LOG.warnf("%s are taken one by one: %s", operation, FailureSummary.of(failure));
            stretches.put(tenant, Stretch.singly(events.size()));
        } else {
            held(events, failure);
        }
    }

    /** In one transaction: the event is either still to come, or waits to be taken later. */
    private void held(List<FeedEvent> events, Throwable failure) {
        FeedEvent event = events.getFirst();
        String error = FailureSummary.of(failure);
        int failures = tenancy.callAs(event.tenant(), () -> {
            if (!turns.lock(handler.name(), event.tenant()) || !inbox.beginsWith(handler.name(), event)) {
                return 0;
            }
            int times = turns.failed(handler.name(), event);
            if (times >= ATTEMPTS) {
                setAside.addFailed(handler.name(), event, times, error);
                done(events);
            }
            return times;
        });
        Trace.tenant(event.tenant());
        if (failures >= ATTEMPTS) {
            LOG.errorf(
                    "%s (%s of %s) failed %d times and is set aside: %s",
                    operation(events), event.type(), event.subject(), failures, error);
        } else {
            LOG.warnf("%s failed: %s", operation(events), error);
        }
    }

    private String operation(List<FeedEvent> events) {
        return operation(handler, events.getFirst(), events.getLast());
    }

    /** Under which name the effect of events stands in logs and in the audit trail. */
    static String operation(FeedHandler<?> handler, FeedEvent first, FeedEvent last) {
        String from = "feed-" + handler.name() + "#" + first.position();
        return first.position() == last.position() ? from : from + "-" + last.position();
    }

    /**
     * How many of a tenant's events are taken at once: fewer where they take long, so that none of the tenant's own locks
     * is held for long and the next tenant is not far.
     *
     * @param singly how many are to be taken one by one before it may be more
     */
    private record Stretch(int size, int singly) {
        private static final Stretch USUAL = new Stretch(MOST, 0);
        private static final long LONG_NANOS = 1_000_000_000L;
        private static final int LEAST = 10;

        static Stretch singly(int events) {
            return new Stretch(1, events);
        }

        Stretch after(int taken, long nanos) {
            if (singly > 1) {
                return new Stretch(1, singly - 1);
            }
            return nanos > LONG_NANOS
                    ? new Stretch(Math.max(Math.min(LEAST, size), taken / 2), 0)
                    : new Stretch(Math.min(MOST, Math.max(LEAST, size * 2)), 0);
        }
    }
}
