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
            FeedPage page = handler.fetch(position, LIMIT, waitSeconds);
            position = takeAll(page, position);
            trouble = null;
            return page.items().size();
        } catch (RuntimeException e) {
            trouble = e.getClass().getSimpleName() + " after position " + position;
            throw e;
        }
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
