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
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Runs every {@link FeedHandler} bean. */
@ApplicationScoped
public class FeedConsumers {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int WAIT_SECONDS = 5;

    private final List<FeedConsumer<?>> consumers = new ArrayList<>();
    private final List<Loop> loops = new ArrayList<>();
    private final boolean consume;

    FeedConsumers(
            @All List<FeedHandler<?>> handlers,
            FeedCursors cursors,
            Tenancy tenancy,
            MeterRegistry metrics,
            @ConfigProperty(name = "remit.feed.consume") boolean consume) {
        this.consume = consume;
        for (FeedHandler<?> handler : handlers) {
            FeedConsumer<?> consumer = new FeedConsumer<>(handler, cursors, tenancy);
            consumers.add(consumer);
            loops.add(new Loop(
                    "feed-" + handler.name(), PAUSE, () -> consumer.step(WAIT_SECONDS) > 0, consumer::stopWaiting));
            Gauge.builder("remit.feed.lag", consumer, FeedConsumer::lag)
                    .description("Events that have not taken effect here yet")
                    .tag("consumer", handler.name())
                    .register(metrics);
        }
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
