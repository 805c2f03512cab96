package dev.remit.kit.feed;

import dev.remit.kit.loop.Loop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Tells whoever listens here what joins this service's feed, in order. One reader serves all who listen, and reads only while
 * somebody does.
 */
@ApplicationScoped
public class FeedBroadcast {
    private static final Logger LOG = Logger.getLogger(FeedBroadcast.class);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int BATCH = 500;

    private final Feed feed;
    private final Loop loop;
    private final Map<UUID, Set<Listener>> listeners = new ConcurrentHashMap<>();
    /** No monitor: on Java 21 one would hold the carrier of a virtual thread that waits. */
    private final ReentrantLock lock = new ReentrantLock();

    private long after;

    FeedBroadcast(Feed feed) {
        this.feed = feed;
        this.loop = new Loop("feed-broadcast", PAUSE, this::step);
    }

    /** One who listens, until this is closed. */
    public final class Listener implements AutoCloseable {
        private final UUID tenant;
        private final Consumer<List<TenantFeedPage.Item>> taker;

        private Listener(UUID tenant, Consumer<List<TenantFeedPage.Item>> taker) {
            this.tenant = tenant;
            this.taker = taker;
        }

        @Override
        public void close() {
            forget(this);
        }
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    /**
     * Hands on all that joins the feed of a tenant after this.
     *
     * @param taker called on the reader's thread, on which nothing may wait
     */
    public Listener listen(UUID tenant, Consumer<List<TenantFeedPage.Item>> taker) {
        Listener listener = new Listener(tenant, taker);
        lock.lock();
        try {
            if (listeners.isEmpty()) {
                after = feed.head();
            }
            listeners
                    .computeIfAbsent(tenant, any -> ConcurrentHashMap.newKeySet())
                    .add(listener);
        } finally {
            lock.unlock();
        }
        return listener;
    }

    private void forget(Listener listener) {
        lock.lock();
        try {
            listeners.computeIfPresent(listener.tenant, (tenant, its) -> {
                its.remove(listener);
                return its.isEmpty() ? null : its;
            });
        } finally {
            lock.unlock();
        }
    }

    private boolean step() {
        List<Feed.Joined> joined = read();
        joined.stream()
                .collect(Collectors.groupingBy(
                        Feed.Joined::tenant, Collectors.mapping(Feed.Joined::item, Collectors.toList())))
                .forEach((tenant, items) ->
                        listeners.getOrDefault(tenant, Set.of()).forEach(listener -> tell(listener, items)));
        return joined.size() == BATCH;
    }

    private List<Feed.Joined> read() {
        lock.lock();
        try {
            if (listeners.isEmpty()) {
                return List.of();
            }
            List<Feed.Joined> joined = feed.joinedAfter(after, BATCH);
            if (!joined.isEmpty()) {
                after = joined.getLast().position();
            }
            return joined;
        } finally {
            lock.unlock();
        }
    }

    private static void tell(Listener listener, List<TenantFeedPage.Item> items) {
        try {
            listener.taker.accept(items);
        } catch (RuntimeException failure) {
            LOG.warnf(failure, "One who listens to the feed did not take what joined it");
        }
    }
}
