package dev.remit.tickets.settling;

import dev.remit.tickets.sql.CrossTenantSql;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** How many clocks are open, read from the database when asked. */
@ApplicationScoped
class SettlingMeters {
    private final CrossTenantSql tickets;
    private final MeterRegistry metrics;

    SettlingMeters(CrossTenantSql tickets, MeterRegistry metrics) {
        this.tickets = tickets;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        Gauge.builder("remit.clocks.open", tickets, CrossTenantSql::openClocks)
                .description("Clocks that have not ended, late or not")
                .register(metrics);
    }
}
