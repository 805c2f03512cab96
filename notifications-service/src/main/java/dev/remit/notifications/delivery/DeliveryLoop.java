package dev.remit.notifications.delivery;

import dev.remit.kit.loop.Loop;
import dev.remit.kit.tenants.KnownTenants;
import dev.remit.kit.time.TenantClock;
import dev.remit.kit.trace.BackgroundWork;
import dev.remit.notifications.delivery.DeliveryQueue.Waiting;
import dev.remit.notifications.outbound.Guard;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Sends what is due, in any number of replicas. Each call has a virtual thread, which goes on with its subscription for a
 * while, so that whoever has much waiting is sent it without a look at everybody else between two calls.
 */
@ApplicationScoped
class DeliveryLoop {
    private static final Logger LOG = Logger.getLogger(DeliveryLoop.class);
    private static final String NAME = "deliveries";
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration TURN = Duration.ofSeconds(1);
    private static final Duration TIME_TO_END = Duration.ofSeconds(8);

    private final DeliveryQueue queue;
    private final DeliveryWork work;
    private final Sender sender;
    private final Guard guard;
    private final KnownTenants known;
    private final TenantClock clock;
    private final InstantSource wall;
    private final MeterRegistry metrics;
    private final DeliverySettings settings;
    private final SendBounds bounds;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("delivery-", 1).factory());
    private final Loop loop = new Loop(NAME, PAUSE, this::step);

    DeliveryLoop(
            DeliveryQueue queue,
            DeliveryWork work,
            Sender sender,
            Guard guard,
            KnownTenants known,
            TenantClock clock,
            InstantSource wall,
            MeterRegistry metrics,
            DeliverySettings settings) {
        this.queue = queue;
        this.work = work;
        this.sender = sender;
        this.guard = guard;
        this.known = known;
        this.clock = clock;
        this.wall = wall;
        this.metrics = metrics;
        this.settings = settings;
        this.bounds = new SendBounds(settings.atOnce(), settings.atOncePerSubscription(), settings.atOncePerReceiver());
        Gauge.builder("remit.delivery.under.way", bounds, SendBounds::underWay)
                .description("Calls to receivers that are under way")
                .register(metrics);
        Gauge.builder("remit.delivery.lag", this, of -> of.lag().toSeconds())
                .description("How long what has waited longest has been due, of subscriptions that are active")
                .baseUnit("seconds")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        if (settings.send()) {
            loop.start();
        }
    }

    /** What is under way is given time to end, since whatever breaks off is sent a second time. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (settings.send()) {
            loop.stop();
        }
        threads.shutdown();
        if (!threads.awaitTermination(TIME_TO_END.toMillis(), TimeUnit.MILLISECONDS)) {
            threads.shutdownNow();
        }
    }

    /** Begins to send what is due and has a place; a place that comes free later is seen at the next look. */
    boolean step() {
        due().forEach(this::begin);
        return false;
    }

    private List<Waiting> due() {
        return queue.waiting(wall.instant()).stream()
                .filter(waiting -> !known.of(waiting.tenant()).isSuspended())
                .filter(waiting -> !waiting.due().isAfter(clock.nowFor(waiting.tenant())))
                .toList();
    }

    private Duration lag() {
        return due().stream()
                .filter(waiting -> !clock.isSandbox(waiting.tenant()))
                .map(waiting -> Duration.between(waiting.due(), wall.instant()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private void begin(Waiting waiting) {
        String receiver = guard.receiver(waiting.url());
        int places = bounds.take(waiting.subscription(), receiver, waiting.failing());
        if (places > 0) {
            threads.execute(() -> claim(waiting, receiver, places));
        }
    }

    /** Claims as much as there are places for; the first of it is sent by this thread. */
    private void claim(Waiting waiting, String receiver, int places) {
        List<Outgoing> claimed = List.of();
        try {
            claimed = work.claim(waiting.tenant(), waiting.subscription(), places);
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "What is due to subscription %s could not be claimed", waiting.subscription());
        } finally {
            bounds.give(waiting.subscription(), receiver, places - claimed.size());
        }
        boolean more = claimed.size() == places;
        claimed.stream().skip(1).forEach(outgoing -> threads.execute(() -> goOn(outgoing, receiver, more)));
        claimed.stream().limit(1).forEach(outgoing -> goOn(outgoing, receiver, more));
    }

    /** @param more whether something else may be due: then this place is used for it, for a while */
    private void goOn(Outgoing first, String receiver, boolean more) {
        UUID subscription = first.claim().subscription();
        long end = System.nanoTime() + TURN.toNanos();
        try {
            Optional<Outgoing> next = Optional.of(first);
            while (next.isPresent() && deliver(next.get(), more)) {
                if (System.nanoTime() > end) {
                    loop.nudge();
                    break;
                }
                next = work.claim(first.claim().tenant(), subscription, 1).stream()
                        .findFirst();
            }
        } finally {
            bounds.give(subscription, receiver, 1);
        }
    }

    /** Whether something else may be due. What could not be done is claimed again when the claim has run out. */
    private boolean deliver(Outgoing outgoing, boolean more) {
        try (BackgroundWork followed = BackgroundWork.begin(NAME)) {
            try {
                Outcome outcome = sender.send(outgoing);
                metrics.timer("remit.delivery.attempts", "outcome", outcome.name())
                        .record(outcome.took());
                boolean next = work.note(outgoing, outcome);
                followed.done();
                return next || more;
            } catch (RuntimeException | Error failure) {
                followed.failed(failure);
                LOG.errorf(failure, "Delivery %s could not be made", outgoing.delivery());
                return false;
            }
        }
    }
}
