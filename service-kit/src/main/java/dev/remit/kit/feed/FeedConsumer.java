package dev.remit.kit.feed;

import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.trace.Trace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Feeds one handler. The position of each event is checked, so none is skipped and none takes effect twice. An event that
 * fails again and again by itself is set aside, so that it does not stop all that follow.
 */
final class FeedConsumer<P> {
    static final int ATTEMPTS = 5;

    private static final Logger LOG = Logger.getLogger(FeedConsumer.class);
    private static final int LIMIT = 200;

    private final FeedHandler<P> handler;
    private final FeedCursors cursors;
    private final SetAside setAside;
    private final Tenancy tenancy;
    private final InstantSource clock;
    private final AtomicLong lag = new AtomicLong();
    private volatile Instant lastGood;
    private volatile String trouble;
    private Thread waiting;
    private long failingAt;
    private int failures;

    FeedConsumer(FeedHandler<P> handler, FeedCursors cursors, SetAside setAside, Tenancy tenancy, InstantSource clock) {
        this.handler = handler;
        this.cursors = cursors;
        this.setAside = setAside;
        this.tenancy = tenancy;
        this.clock = clock;
        this.lastGood = clock.instant();
    }

    /** Under which name an event's effect stands in logs and in the audit trail. */
    static String operation(FeedHandler<?> handler, FeedEvent event) {
        return "feed-" + handler.name() + "#" + event.position();
    }

    String name() {
        return handler.name();
    }

    /** How many events the other service had that have not taken effect here. */
    long lag() {
        return lag.get();
    }

    /** How long ago a step last went well; the lag is as old as that. */
    Duration silence() {
        return Duration.between(lastGood, clock.instant());
    }

    /** How many events wait to be taken later. */
    long setAside() {
        return setAside.count(name());
    }

    /** What stopped the last step; null when it went well. */
    String trouble() {
        return trouble;
    }

    /** Takes the next events, gives how many there were. */
    int step(int waitSeconds) {
        long position = 0;
        try {
            position = cursors.position(name());
            FeedPage page = fetch(position, waitSeconds);
            position = takeAll(page, position);
            trouble = null;
            lastGood = clock.instant();
            return page.items().size();
        } catch (Throwable e) {
            trouble = e.getClass().getSimpleName() + " after position " + position;
            throw e;
        }
    }

    /** Ends a step that still waits for what the other service has; what came is left to take effect. */
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

    private long takeAll(FeedPage page, long from) {
        long position = from;
        lag(page, position);
        for (FeedEvent event : page.items()) {
            if (event.position() != position + 1) {
                throw new IllegalStateException(
                        "Feed of " + name() + " jumps from " + position + " to " + event.position());
            }
            take(event);
            position = event.position();
            lag(page, position);
            lastGood = clock.instant();
        }
        return position;
    }

    private void lag(FeedPage page, long position) {
        lag.set(Math.max(0, page.head() - position));
    }

    private void take(FeedEvent event) {
        if (!handler.wants(event.type())) {
            cursors.move(name(), event.position());
            return;
        }
        Trace.operation(operation(handler, event));
        try {
            takeInTurn(event);
        } catch (Throwable failure) {
            Trace.tenant(event.tenant());
            if (PassingTrouble.is(failure) || mayYetBeTaken(event)) {
                throw failure;
            }
            putAside(event, FailureSummary.of(failure));
        }
    }

    /** One whose subject is held back goes behind what holds it, and comes in its turn from there. */
    private void takeInTurn(FeedEvent event) {
        boolean heldBack = setAside.holdsBack(name(), event);
        P prepared = heldBack ? null : handler.prepare(event);
        tenancy.runAs(event.tenant(), () -> {
            if (cursors.lock(name()) >= event.position()) {
                return;
            }
            if (heldBack || setAside.holdsBack(name(), event)) {
                setAside.addBehind(name(), event);
            } else {
                handler.apply(event, prepared);
            }
            cursors.move(name(), event.position());
        });
    }

    private boolean mayYetBeTaken(FeedEvent event) {
        failures = failingAt == event.position() ? failures + 1 : 1;
        failingAt = event.position();
        return failures < ATTEMPTS;
    }

    /** In one transaction: the event is either still to come, or waits to be taken later. */
    private void putAside(FeedEvent event, String error) {
        boolean put = tenancy.callAs(event.tenant(), () -> {
            if (cursors.lock(name()) >= event.position()) {
                return false;
            }
            setAside.addFailed(name(), event, failures, error);
            cursors.move(name(), event.position());
            return true;
        });
        if (put) {
            Trace.tenant(event.tenant());
            LOG.errorf(
                    "%s (%s of %s) failed %d times and is set aside: %s",
                    operation(handler, event), event.type(), event.subject(), failures, error);
            Trace.tenant(null);
        }
    }
}
