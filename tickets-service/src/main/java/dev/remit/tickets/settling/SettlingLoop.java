package dev.remit.tickets.settling;

import dev.remit.kit.loop.Loop;
import dev.remit.kit.sql.SqlFailure;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.time.TenantClock;
import dev.remit.kit.trace.BackgroundWork;
import dev.remit.kit.trace.Trace;
import dev.remit.tickets.intake.TicketsPending;
import dev.remit.tickets.sql.CrossTenantSql;
import dev.remit.tickets.sql.WakeUpSql;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Settles what has come, soon after it came, and what is due, when it is due. Tenants take turns: a few of one tenant's
 * tickets, then the tenant's who has waited longest, so that the load of one delays no other. Several threads take turns
 * beside each other, and any number of replicas.
 */
@ApplicationScoped
class SettlingLoop {
    private static final Logger LOG = Logger.getLogger(SettlingLoop.class);
    private static final String OPERATION = "settling";
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Duration TURN = Duration.ofMillis(250);
    private static final int BATCH = 50;

    private final CrossTenantSql claims;
    private final WakeUpSql woken;
    private final Settling settling;
    private final WakeUpCalls wakeUps;
    private final Tenancy tenancy;
    private final TenantClock clock;
    private final InstantSource wall;
    private final boolean running;
    private final List<Loop> loops = new ArrayList<>();
    private final Set<UUID> atIt = ConcurrentHashMap.newKeySet();
    private final Map<UUID, Long> lastTurns = new ConcurrentHashMap<>();
    private final AtomicLong turns = new AtomicLong();

    SettlingLoop(
            CrossTenantSql claims,
            WakeUpSql woken,
            Settling settling,
            WakeUpCalls wakeUps,
            Tenancy tenancy,
            TenantClock clock,
            InstantSource wall,
            @ConfigProperty(name = "remit.tickets.settle") boolean running,
            @ConfigProperty(name = "remit.tickets.settle-workers") int workers) {
        this.claims = claims;
        this.woken = woken;
        this.settling = settling;
        this.wakeUps = wakeUps;
        this.tenancy = tenancy;
        this.clock = clock;
        this.wall = wall;
        this.running = running;
        for (int i = 1; i <= workers; i++) {
            loops.add(new Loop(OPERATION + "-" + i, PAUSE, this::step));
        }
    }

    void start(@Observes StartupEvent event) {
        if (running) {
            loops.forEach(Loop::start);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (running) {
            loops.forEach(Loop::stop);
        }
    }

    void nudge(@Observes TicketsPending pending) {
        loops.forEach(Loop::nudge);
    }

    /** One tenant's turn; true where something was done in it. */
    boolean step() {
        for (UUID tenant : waiting()) {
            if (atIt.add(tenant)) {
                lastTurns.put(tenant, turns.incrementAndGet());
                try {
                    if (turn(tenant)) {
                        return true;
                    }
                } finally {
                    atIt.remove(tenant);
                }
            }
        }
        return false;
    }

    /** The tenants of whom something is to be done, those first whose last turn is longest ago. */
    private List<UUID> waiting() {
        Set<UUID> tenants = claims.tenantsWaiting(wall.instant(), this::now);
        lastTurns.keySet().retainAll(tenants);
        return tenants.stream()
                .sorted(Comparator.comparing(tenant -> lastTurns.getOrDefault(tenant, 0L)))
                .toList();
    }

    private Instant now(UUID tenant) {
        return clock.isSandbox(tenant) ? clock.nowFor(tenant) : wall.instant();
    }

    private boolean turn(UUID tenant) {
        long end = System.nanoTime() + TURN.toNanos();
        boolean done = false;
        for (WakeUpSql.WakeUp wakeUp : woken.ofTenant(tenant, wall.instant(), BATCH)) {
            done |= one(
                    tenant,
                    wakeUp,
                    () -> {
                        wakeUps.answer(wakeUp);
                        return true;
                    },
                    () -> wakeUps.postpone(wakeUp));
            if (System.nanoTime() > end) {
                return true;
            }
        }
        List<UUID> tickets = new ArrayList<>(claims.pending(tenant, wall.instant(), BATCH));
        tickets.addAll(claims.due(tenant, now(tenant), BATCH));
        for (UUID ticket : tickets) {
            done |= one(tenant, ticket, () -> settling.settle(ticket), () -> settling.postpone(ticket, wall.instant()));
            if (System.nanoTime() > end) {
                break;
            }
        }
        return done;
    }

    /** Whatever fails is put off and does not keep the others waiting. */
    private boolean one(UUID tenant, Object what, BooleanSupplier work, Runnable putOff) {
        try (BackgroundWork followed = BackgroundWork.begin(OPERATION)) {
            followed.done();
            try {
                return tenancy.callAs(tenant, work::getAsBoolean);
            } catch (RuntimeException | Error failure) {
                followed.failed(failure);
                log(tenant, what, failure);
                return !isCollision(failure) && putOff(tenant, what, putOff);
            }
        }
    }

    private boolean putOff(UUID tenant, Object what, Runnable putOff) {
        try {
            tenancy.runAs(tenant, putOff);
            return true;
        } catch (RuntimeException failure) {
            log(tenant, what, failure);
            return false;
        }
    }

    private static void log(UUID tenant, Object what, Throwable failure) {
        Trace.tenant(tenant);
        if (isCollision(failure)) {
            LOG.debugf(failure, "%s met somebody else at work and is tried again", what);
        } else {
            LOG.errorf(failure, "%s failed and is tried again later", what);
        }
        Trace.tenant(null);
    }

    private static boolean isCollision(Throwable failure) {
        return SqlFailure.is(failure, SqlFailure.DUPLICATE_KEY)
                || SqlFailure.is(failure, SqlFailure.DEADLOCK)
                || SqlFailure.is(failure, SqlFailure.LOCK_WAIT_TIMEOUT);
    }
}
