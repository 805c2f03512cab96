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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Sends what is due, in any number of replicas. What is due of a tenant is claimed together, and what came of it is written
 * together; each call between the two has a virtual thread of its own.
 */
@ApplicationScoped
class DeliveryLoop {
    private static final Logger LOG = Logger.getLogger(DeliveryLoop.class);
    private static final String NAME = "deliveries";
    private static final Duration PAUSE = Duration.ofMillis(200);
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
    private final OutcomeWriter outcomes;
    /** For which tenants a claim is being made. */
    private final Set<UUID> claiming = ConcurrentHashMap.newKeySet();

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
        this.outcomes = new OutcomeWriter(work);
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
        due().stream()
                .collect(Collectors.groupingBy(Waiting::tenant, LinkedHashMap::new, Collectors.toList()))
                .forEach(this::begin);
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

    /** One claim of a tenant at a time: what falls due meanwhile is claimed together, at the next look. */
    private void begin(UUID tenant, List<Waiting> waiting) {
        if (!claiming.add(tenant)) {
            return;
        }
        Map<UUID, Places> places = new LinkedHashMap<>();
        for (Waiting each : waiting) {
            String receiver = guard.receiver(each.url());
            int free = bounds.take(each.subscription(), receiver, each.failing());
            if (free > 0) {
                places.put(each.subscription(), new Places(receiver, free));
            }
        }
        if (places.isEmpty()) {
            claiming.remove(tenant);
        } else {
            threads.execute(() -> claim(tenant, places));
        }
    }

    /** Claims as much as there are places for. */
    private void claim(UUID tenant, Map<UUID, Places> places) {
        Map<UUID, List<Outgoing>> claimed = new HashMap<>();
        try {
            Map<UUID, Integer> numbers = new LinkedHashMap<>();
            places.forEach((subscription, free) -> numbers.put(subscription, free.number()));
            work.claim(tenant, numbers).forEach(outgoing -> claimed.computeIfAbsent(
                            outgoing.claim().subscription(), subscription -> new ArrayList<>())
                    .add(outgoing));
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "What is due to %d subscriptions could not be claimed", places.size());
        } finally {
            claiming.remove(tenant);
            places.forEach((subscription, free) -> {
                int taken = claimed.getOrDefault(subscription, List.of()).size();
                bounds.give(subscription, free.receiver(), free.number() - taken);
            });
        }
        claimed.forEach((subscription, all) -> {
            Places free = places.get(subscription);
            boolean more = all.size() == free.number();
            all.forEach(outgoing -> execute(() -> deliver(outgoing, free.receiver(), more)));
        });
    }

    /** What is claimed when this ends is sent all the same, one after the other. */
    private void execute(Runnable call) {
        try {
            threads.execute(call);
        } catch (RejectedExecutionException ending) {
            call.run();
        }
    }

    /** @param more whether something else may be due to the subscription, for which there was no place */
    private void deliver(Outgoing outgoing, String receiver, boolean more) {
        Outcome outcome;
        try (BackgroundWork followed = BackgroundWork.begin(NAME)) {
            try {
                outcome = sender.send(outgoing);
                followed.done();
            } catch (RuntimeException | Error failure) {
                followed.failed(failure);
                LOG.errorf(failure, "Delivery %s could not be made", outgoing.delivery());
                bounds.give(outgoing.claim().subscription(), receiver, 1);
                return;
            }
        }
        metrics.timer("remit.delivery.attempts", "outcome", outcome.name()).record(outcome.took());
        outcomes.write(new Tried(outgoing, outcome), next -> {
            bounds.give(outgoing.claim().subscription(), receiver, 1);
            if (next || more) {
                loop.nudge();
            }
        });
    }

    /** Room for so many calls to a receiver. */
    private record Places(String receiver, int number) {}
}
