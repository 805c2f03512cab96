package dev.remit.kit.sweep;

import dev.remit.kit.loop.Loop;
import dev.remit.kit.sweep.Postponements.Postponement;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.tenants.KnownTenants;
import dev.remit.kit.time.TenantClock;
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
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs every {@link Sweep} bean. Tenants take turns: a few of one tenant's pieces, then the tenant's who has waited longest,
 * so that the load of one delays no other. Several threads take turns beside each other, of one tenant one at a time.
 */
@ApplicationScoped
public class Sweeps {
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Duration GATHERED = Duration.ofMillis(20);
    private static final Duration TURN = Duration.ofMillis(250);

    private final List<SweepTurn> sweeps;
    private final Postponements postponements;
    private final KnownTenants known;
    private final InstantSource wall;
    private final List<Loop> loops = new ArrayList<>();
    private final Set<UUID> atIt = ConcurrentHashMap.newKeySet();
    private final Map<UUID, Long> lastTurns = new ConcurrentHashMap<>();
    private final AtomicLong turns = new AtomicLong();

    Sweeps(
            @All List<Sweep> sweeps,
            Postponements postponements,
            Tenancy tenancy,
            TenantClock clock,
            KnownTenants known,
            InstantSource wall,
            MeterRegistry metrics,
            SweepSettings settings) {
        this.postponements = postponements;
        this.known = known;
        this.wall = wall;
        this.sweeps = sweeps.stream()
                .map(sweep -> new SweepTurn(sweep, postponements, tenancy, clock, known, wall))
                .toList();
        for (int i = 1; i <= settings.workers() && !sweeps.isEmpty(); i++) {
            loops.add(new Loop("sweep-" + i, PAUSE, this::step).atMostEvery(GATHERED));
        }
        this.sweeps.forEach(sweep -> measure(sweep, metrics));
    }

    private static void measure(SweepTurn sweep, MeterRegistry metrics) {
        Gauge.builder("remit.sweep.lag", sweep, of -> of.lag().toSeconds())
                .description("How long what has waited longest has been due")
                .tag("sweep", sweep.name())
                .baseUnit("seconds")
                .register(metrics);
        Gauge.builder("remit.sweep.failing", sweep, SweepTurn::failing)
                .description("What could not be done when it was tried last, and is tried again later")
                .tag("sweep", sweep.name())
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        loops.forEach(Loop::start);
    }

    void stop(@Observes ShutdownEvent event) {
        loops.forEach(Loop::stop);
    }

    /** Says that something has just fallen due. */
    public void nudge() {
        Loop.nudgeOneOf(loops);
    }

    /** One tenant's turn; true where something was done in it. */
    public boolean step() {
        for (UUID tenant : waiting()) {
            if (atIt.add(tenant)) {
                lastTurns.put(tenant, turns.incrementAndGet());
                try {
                    if (take(tenant)) {
                        return true;
                    }
                } finally {
                    atIt.remove(tenant);
                }
            }
        }
        return false;
    }

    /** The tenants of whom something is to be done, those first whose last turn is longest ago; work of suspended ones rests. */
    private List<UUID> waiting() {
        Set<UUID> tenants = new HashSet<>(postponements.tenants(wall.instant()));
        sweeps.forEach(sweep -> tenants.addAll(sweep.waiting()));
        tenants.removeIf(tenant -> known.of(tenant).isSuspended());
        lastTurns.keySet().retainAll(tenants);
        return tenants.stream()
                .sorted(Comparator.comparing(tenant -> lastTurns.getOrDefault(tenant, 0L)))
                .toList();
    }

    private boolean take(UUID tenant) {
        long end = System.nanoTime() + TURN.toNanos();
        List<Postponement> postponed = postponements.of(tenant);
        boolean done = false;
        for (SweepTurn sweep : sweeps) {
            done |= sweep.take(tenant, postponed, end);
            if (System.nanoTime() > end) {
                break;
            }
        }
        return done;
    }
}
