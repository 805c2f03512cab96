package dev.remit.kit.feed;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * Follows a neighbour's feed for one handler: what comes is copied into the inbox, in the transaction that moves the cursor,
 * and takes effect from there in {@link FeedTurn}; what it tells of tenants holds at once. The position of each event is checked, so none is skipped and none comes
 * twice.
 */
final class FeedConsumer {
    private static final int LIMIT = 200;

    private final FeedHandler<?> handler;
    private final FeedCursors cursors;
    private final FeedInbox inbox;
    private final FeedTurns turns;
    private final SetAsideEvents setAside;
    private final TenantEvents tenants;
    private final InstantSource clock;
    private final AtomicLong ahead = new AtomicLong();
    private volatile Instant lastGood;
    private volatile String trouble;
    private Thread waiting;

    FeedConsumer(
            FeedHandler<?> handler,
            FeedCursors cursors,
            FeedInbox inbox,
            FeedTurns turns,
            SetAsideEvents setAside,
            TenantEvents tenants,
            InstantSource clock) {
        this.handler = handler;
        this.cursors = cursors;
        this.inbox = inbox;
        this.turns = turns;
        this.setAside = setAside;
        this.tenants = tenants;
        this.clock = clock;
        this.lastGood = clock.instant();
    }

    String name() {
        return handler.name();
    }

    /** How many events the other service had that have not taken effect here: not copied yet, or waiting in the inbox. */
    long lag() {
        return ahead.get() + inbox.count(name());
    }

    /** How long ago a step last went well; the lag is as old as that. */
    Duration silence() {
        return Duration.between(lastGood, clock.instant());
    }

    /** How many events wait to be taken later. */
    long setAside() {
        return setAside.count(name());
    }

    /** How many tenants' events meet trouble and come again after a pause. */
    long paused() {
        return turns.paused(name());
    }

    /** What stopped the last step; null when it went well. */
    String trouble() {
        return trouble;
    }

    /** Copies the next events, gives how many there were. */
    int step(int waitSeconds) {
        long position = 0;
        try {
            position = cursors.position(name());
            FeedPage page = fetch(position, waitSeconds);
            refuseJumps(page.items(), position);
            long reached = position + page.items().size();
            ahead.set(Math.max(0, page.head() - position));
            if (reached > position) {
                copy(page.items(), position, reached);
            }
            ahead.set(Math.max(0, page.head() - reached));
            trouble = null;
            lastGood = clock.instant();
            return page.items().size();
        } catch (Throwable e) {
            trouble = e.getClass().getSimpleName() + " after position " + position;
            throw e;
        }
    }

    /** Ends a step that still waits for what the other service has; what came is left to be copied. */
    synchronized void stopWaiting() {
        if (waiting != null) {
            waiting.interrupt();
        }
    }

    private FeedPage fetch(long after, int waitSeconds) {
        beginWaiting();
        try {
            return handler.fetch(after, LIMIT, waitSeconds);
        } finally {
            endWaiting();
        }
    }

    private synchronized void beginWaiting() {
        waiting = Thread.currentThread();
    }

    private synchronized void endWaiting() {
        waiting = null;
        // It was meant for the wait that is over.
        Thread.interrupted();
    }

    private void refuseJumps(List<FeedEvent> events, long from) {
        long position = from;
        for (FeedEvent event : events) {
            if (event.position() != position + 1) {
                throw new IllegalStateException(
                        "Feed of " + name() + " jumps from " + position + " to " + event.position());
            }
            position = event.position();
        }
    }

    /** All of them or none; nothing where another replica has moved the cursor meanwhile. */
    private void copy(List<FeedEvent> events, long from, long reached) {
        List<FeedEvent> wanted =
                events.stream().filter(event -> handler.wants(event.type())).toList();
        QuarkusTransaction.requiringNew().run(() -> {
            if (cursors.lock(name()) == from) {
                turns.open(name(), wanted.stream().map(FeedEvent::tenant).collect(Collectors.toSet()));
                inbox.add(name(), wanted);
                tenants.learn(events);
                cursors.move(name(), reached);
            }
        });
    }
}
