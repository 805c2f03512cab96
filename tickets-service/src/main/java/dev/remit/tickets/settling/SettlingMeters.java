package dev.remit.tickets.settling;

import dev.remit.kit.time.TenantClock;
import dev.remit.tickets.sql.CrossTenantSql;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;

/** What there is to watch of clocks: how many are open, and how late they are looked at. Read from the database when asked. */
@ApplicationScoped
class SettlingMeters {
    private final CrossTenantSql tickets;
    private final TenantClock clock;
    private final InstantSource wall;
    private final MeterRegistry metrics;

    SettlingMeters(CrossTenantSql tickets, TenantClock clock, InstantSource wall, MeterRegistry metrics) {
        this.tickets = tickets;
        this.clock = clock;
        this.wall = wall;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        Gauge.builder("remit.clocks.open", tickets, CrossTenantSql::openClocks)
                .description("Clocks that have not ended, late or not")
                .register(metrics);
        Gauge.builder("remit.sweep.failing", tickets, CrossTenantSql::failingTickets)
                .description("What could not be done when it was tried last, and is tried again later")
                .tag("sweep", "tickets")
                .register(metrics);
        Gauge.builder("remit.sweep.failing", tickets, CrossTenantSql::failingWakeUps)
                .description("What could not be done when it was tried last, and is tried again later")
                .tag("sweep", "wake-ups")
                .register(metrics);
        Gauge.builder("remit.sweep.lag", this, meters -> meters.lag().toSeconds())
                .description("How long the ticket has waited that has waited longest to be looked at")
                .tag("sweep", "tickets")
                .baseUnit("seconds")
                .register(metrics);
    }

    private Duration lag() {
        Instant now = wall.instant();
        return Stream.of(tickets.longestPending(now), tickets.longestDue(now, clock.sandboxTenants()))
                .flatMap(since -> since.stream())
                .min(Instant::compareTo)
                .map(since -> Duration.between(since, now))
                .orElse(Duration.ZERO);
    }
}
