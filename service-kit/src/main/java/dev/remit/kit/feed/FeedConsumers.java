package dev.remit.kit.feed;

import dev.remit.kit.loop.Loop;
import dev.remit.kit.tenancy.Tenancy;
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
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Runs every {@link FeedHandler} bean. */
@ApplicationScoped
public class FeedConsumers {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration BETWEEN_RETRIES = Duration.ofMinutes(1);
    private static final int WAIT_SECONDS = 5;

    private final List<FeedConsumer<?>> consumers = new ArrayList<>();
    private final List<Loop> loops = new ArrayList<>();
    private final boolean consume;

    FeedConsumers(
            @All List<FeedHandler<?>> handlers,
            FeedCursors cursors,
            SetAside setAside,
            Tenancy tenancy,
            InstantSource clock,
            MeterRegistry metrics,
            @ConfigProperty(name = "remit.feed.consume") boolean consume) {
        this.consume = consume;
        for (FeedHandler<?> handler : handlers) {
            FeedConsumer<?> consumer = new FeedConsumer<>(handler, cursors, setAside, tenancy, clock);
            consumers.add(consumer);
            loops.add(new Loop(
                    "feed-" + handler.name(), PAUSE, () -> consumer.step(WAIT_SECONDS) > 0, consumer::stopWaiting));
            loops.add(new Loop(
                    "set-aside-" + handler.name(),
                    BETWEEN_RETRIES,
                    new SetAsideRetry<>(handler, setAside, tenancy)::step));
            measure(consumer, metrics);
        }
    }

    private static void measure(FeedConsumer<?> consumer, MeterRegistry metrics) {
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

    List<FeedConsumer<?>> all() {
        return consumers;
    }

    /** Takes here and now all that the handler's feed has; for tests that run with {@code remit.feed.consume=false}. */
    public void drain(String name) {
        FeedConsumer<?> consumer = consumers.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No feed handler is named " + name));
        while (consumer.step(0) > 0) {
            // The next page.
        }
    }
}
