package dev.remit.tickets.rulings;

import dev.remit.engines.scope.Verdict;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.EnumMap;
import java.util.Map;

/** Counts this replica's rulings by verdict, each when it is committed. */
@ApplicationScoped
class RulingMeter {
    private final Map<Verdict, Counter> counters = new EnumMap<>(Verdict.class);
    private final MeterRegistry metrics;
    private final Event<Given> given;

    RulingMeter(MeterRegistry metrics, Event<Given> given) {
        this.metrics = metrics;
        this.given = given;
    }

    /** Every verdict is there from the start, so that a rate can be taken of the first ruling too. */
    void start(@Observes StartupEvent event) {
        for (Verdict verdict : Verdict.values()) {
            counters.put(
                    verdict,
                    Counter.builder("remit.rulings")
                            .description("Rulings given, re-rulings among them")
                            .tag("verdict", verdict.name())
                            .register(metrics));
        }
    }

    /** A ruling in a transaction that may still fail. */
    record Given(Verdict verdict) {}

    void given(Verdict verdict) {
        given.fire(new Given(verdict));
    }

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) Given ruling) {
        counters.get(ruling.verdict()).increment();
    }
}
