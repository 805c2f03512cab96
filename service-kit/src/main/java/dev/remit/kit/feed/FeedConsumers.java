package dev.remit.kit.feed;

import dev.remit.kit.loop.Loop;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.tenants.KnownTenants;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs every {@link FeedHandler} bean: a thread that copies its feed, and some that take the tenants' turns. */
@ApplicationScoped
public class FeedConsumers {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration PAUSE_OF_TURNS = Duration.ofMillis(500);
    private static final Duration GATHERED = Duration.ofMillis(10);
    private static final Duration BETWEEN_RETRIES = Duration.ofMinutes(1);
    private static final int WAIT_SECONDS = 5;

    private final Map<String, Consumer> consumers = new LinkedHashMap<>();
    private final List<Loop> loops = new ArrayList<>();
    private final boolean consume;

    private record Consumer(FeedConsumer feed, FeedTurn<?> turns) {}

    FeedConsumers(
            @All List<FeedHandler<?>> handlers,
            FeedCursors cursors,
            FeedInbox inbox,
            FeedTurns turns,
            SetAsideEvents setAside,
            TenantEvents told,
            KnownTenants tenants,
            Tenancy tenancy,
            InstantSource clock,
            MeterRegistry metrics,
            FeedSettings settings) {
        this.consume = settings.consume();
        for (FeedHandler<?> handler : handlers) {
            FeedConsumer feed = new FeedConsumer(handler, cursors, inbox, turns, setAside, told, clock);
            FeedTurn<?> turn = new FeedTurn<>(handler, inbox, turns, setAside, tenancy);
            if (consumers.putIfAbsent(handler.name(), new Consumer(feed, turn)) != null) {
                throw new IllegalStateException("Two feed handlers are named " + handler.name());
            }
            List<Loop> takers = new ArrayList<>();
            for (int i = 1; i <= settings.workers(); i++) {
                takers.add(
                        new Loop("feed-" + handler.name() + "-" + i, PAUSE_OF_TURNS, turn::step).atMostEvery(GATHERED));
            }
            loops.add(new Loop("feed-" + handler.name(), PAUSE, () -> copy(feed, takers), feed::stopWaiting));
            loops.addAll(takers);
            loops.add(new Loop(
                    "set-aside-" + handler.name(),
                    BETWEEN_RETRIES,
                    new SetAsideRetry<>(handler, setAside, tenancy, tenants)::step));
            measure(feed, metrics);
        }
    }

    private static boolean copy(FeedConsumer feed, List<Loop> takers) {
        boolean news = feed.step(WAIT_SECONDS) > 0;
        if (news) {
            Loop.nudgeOneOf(takers);
        }
        return news;
    }

    private static void measure(FeedConsumer consumer, MeterRegistry metrics) {
        Gauge.builder("remit.feed.lag", consumer, FeedConsumer::lag)
                .description("Events that have not taken effect here yet")
                .tag("consumer", consumer.name())
                .register(metrics);
        Gauge.builder("remit.feed.silence", consumer, of -> of.silence().toSeconds())
                .description("How long ago the feed was last followed without trouble")
                .tag("consumer", consumer.name())
                .baseUnit("seconds")
                .register(metrics);
        Gauge.builder("remit.feed.set.aside", consumer, FeedConsumer::setAside)
                .description("Events that could not be taken and wait to be tried again")
                .tag("consumer", consumer.name())
                .register(metrics);
        Gauge.builder("remit.feed.paused", consumer, FeedConsumer::paused)
                .description("Tenants whose events meet trouble and come again after a pause")
                .tag("consumer", consumer.name())
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        if (consume) {
            loops.forEach(Loop::start);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (consume) {
            loops.forEach(Loop::stop);
        }
    }

    List<FeedConsumer> all() {
        return consumers.values().stream().map(Consumer::feed).toList();
    }

    /** Takes everything that is there, in the calling thread; the first failure is thrown. For tests of handlers. */
    public void drain(String name) {
        Consumer consumer = consumers.get(name);
        if (consumer == null) {
            throw new IllegalArgumentException("No feed handler is named " + name);
        }
        while (consumer.feed().step(0) > 0) {
            // The next page.
        }
        consumer.turns().takeAll();
    }
}
