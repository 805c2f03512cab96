package dev.remit.kit.audit;

import dev.remit.kit.loop.Loop;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Chains audit records whenever some were committed here, and every so often those whose service did not live to do it. */
@ApplicationScoped
class AuditSequencerLoop {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Whoever reads the trail has it chained first. */
    private static final Duration GATHERED = Duration.ofMillis(250);

    private final Loop loop;

    AuditSequencerLoop(AuditSequencer sequencer, MeterRegistry metrics) {
        loop = new Loop("audit-sequencer", PAUSE, sequencer::sequence).atMostEvery(GATHERED);
        Gauge.builder("remit.audit.waiting", sequencer, AuditSequencer::depth)
                .description("Committed audit records that are in no chain yet")
                .register(metrics);
        Gauge.builder("remit.audit.unchained", sequencer, AuditSequencer::unchained)
                .description("Tenants whose audit records could not be chained when that was tried last")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    void nudge() {
        loop.nudge();
    }
}
