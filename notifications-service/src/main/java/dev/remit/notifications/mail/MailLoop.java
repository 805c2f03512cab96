package dev.remit.notifications.mail;

import dev.remit.kit.loop.Loop;
import dev.remit.kit.tenants.KnownTenants;
import dev.remit.kit.time.TenantClock;
import dev.remit.kit.trace.BackgroundWork;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/** Sends the mail that is due, in any number of replicas. Tenants take turns: a few mails of one, then of the next. */
@ApplicationScoped
class MailLoop {
    private static final Logger LOG = Logger.getLogger(MailLoop.class);
    private static final String NAME = "mail";
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final MailQueue queue;
    private final MailWork work;
    private final Postman postman;
    private final KnownTenants known;
    private final TenantClock clock;
    private final InstantSource wall;
    private final MeterRegistry metrics;
    private final MailSending settings;
    private final Map<UUID, Long> lastTurns = new HashMap<>();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("mail-", 1).factory());
    private final Loop loop = new Loop(NAME, PAUSE, this::step);
    private long turns;

    MailLoop(
            MailQueue queue,
            MailWork work,
            Postman postman,
            KnownTenants known,
            TenantClock clock,
            InstantSource wall,
            MeterRegistry metrics,
            MailSending settings) {
        this.queue = queue;
        this.work = work;
        this.postman = postman;
        this.known = known;
        this.clock = clock;
        this.wall = wall;
        this.metrics = metrics;
        this.settings = settings;
        Gauge.builder("remit.mail.lag", this, of -> of.lag().toSeconds())
                .description("How long the mail that has waited longest has been due")
                .baseUnit("seconds")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        if (settings.send() && MailServerReady.isThere(settings)) {
            loop.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (settings.send() && MailServerReady.isThere(settings)) {
            loop.stop();
        }
        threads.shutdown();
    }

    /** The turn of one tenant; true where something was due. */
    boolean step() {
        Map<UUID, Instant> due = due();
        lastTurns.keySet().retainAll(due.keySet());
        Optional<UUID> next = due.keySet().stream()
                .min(Comparator.comparing((UUID tenant) -> lastTurns.getOrDefault(tenant, 0L))
                        .thenComparing(due::get));
        next.ifPresent(tenant -> {
            lastTurns.put(tenant, ++turns);
            take(tenant);
        });
        return next.isPresent();
    }

    private Map<UUID, Instant> due() {
        Map<UUID, Instant> due = new HashMap<>(queue.waiting(wall.instant()));
        due.keySet().removeIf(tenant -> known.of(tenant).isSuspended());
        due.entrySet().removeIf(first -> first.getValue().isAfter(clock.nowFor(first.getKey())));
        return due;
    }

    private Duration lag() {
        return due().entrySet().stream()
                .filter(first -> !clock.isSandbox(first.getKey()))
                .map(first -> Duration.between(first.getValue(), wall.instant()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private void take(UUID tenant) {
        List<OutgoingMail> claimed = work.claim(tenant, settings.atOnce()).mails();
        CompletableFuture<?>[] underWay = claimed.stream()
                .map(mail -> CompletableFuture.runAsync(() -> send(mail), threads))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(underWay).join();
    }

    /** What could not be noted is claimed again when the claim has run out. */
    private void send(OutgoingMail mail) {
        try (BackgroundWork followed = BackgroundWork.begin(NAME)) {
            try {
                MailOutcome outcome = postman.send(mail);
                metrics.counter("remit.mail.attempts", "outcome", outcome.name())
                        .increment();
                if (!outcome.isTaken()) {
                    LOG.warnf("Mail %s was not taken: %s", mail.id(), outcome.failure());
                }
                work.note(mail, outcome);
                followed.done();
            } catch (RuntimeException | Error failure) {
                followed.failed(failure);
                LOG.errorf(failure, "Mail %s could not be sent", mail.id());
            }
        }
    }
}
