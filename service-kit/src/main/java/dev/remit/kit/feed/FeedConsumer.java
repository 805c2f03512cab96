package dev.remit.kit.feed;

import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.trace.Trace;
import java.util.concurrent.atomic.AtomicLong;

/** Feeds one handler. The position of each event is checked, so none is skipped and none takes effect twice. */
final class FeedConsumer<P> {
    private static final int LIMIT = 200;

    private final FeedHandler<P> handler;
    private final FeedCursors cursors;
    private final Tenancy tenancy;
    private final AtomicLong lag = new AtomicLong();
    private volatile String trouble;
    private Thread waiting;

    FeedConsumer(FeedHandler<P> handler, FeedCursors cursors, Tenancy tenancy) {
        this.handler = handler;
        this.cursors = cursors;
        this.tenancy = tenancy;
    }

    String name() {
        return handler.name();
    }

    /** How many events the other service had that have not taken effect here. */
    long lag() {
        return lag.get();
    }

    /** What stopped the last step; null when it went well. */
    String trouble() {
        return trouble;
    }

    /** Takes the next events, gives how many there were. */
    int step(int waitSeconds) {
        long position = 0;
        Trace.begin();
        try {
            position = cursors.position(name());
            FeedPage page = fetch(position, waitSeconds);
            position = takeAll(page, position);
            trouble = null;
            return page.items().size();
        } catch (RuntimeException e) {
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
        Trace.operation("feed-" + name() + "#" + event.position());
        P prepared = handler.prepare(event);
        tenancy.runAs(event.tenant(), () -> {
            if (cursors.lock(name()) < event.position()) {
                handler.apply(event, prepared);
                cursors.move(name(), event.position());
            }
        });
    }
}
