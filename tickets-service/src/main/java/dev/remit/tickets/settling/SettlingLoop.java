package dev.remit.tickets.settling;

import dev.remit.kit.loop.Loop;
import dev.remit.kit.sql.SqlFailure;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.time.TenantClock;
import dev.remit.kit.trace.Trace;
import dev.remit.tickets.intake.TicketsPending;
import dev.remit.tickets.sql.CrossTenantSql;
import dev.remit.tickets.sql.CrossTenantSql.Claim;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Settles what has come, soon after it came, and what is due, when it is due. Any number of replicas may do so at once. */
@ApplicationScoped
class SettlingLoop {
    private static final Logger LOG = Logger.getLogger(SettlingLoop.class);
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);
    private static final int BATCH = 200;

    private final CrossTenantSql claims;
    private final Settling settling;
    private final WakeUpCalls wakeUps;
    private final Tenancy tenancy;
    private final TenantClock clock;
    private final InstantSource wall;
    private final boolean running;
    private final Loop loop = new Loop("settling", PAUSE, this::step);

    SettlingLoop(
            CrossTenantSql claims,
            Settling settling,
            WakeUpCalls wakeUps,
            Tenancy tenancy,
            TenantClock clock,
            InstantSource wall,
            @ConfigProperty(name = "remit.tickets.settle") boolean running) {
        this.claims = claims;
        this.settling = settling;
        this.wakeUps = wakeUps;
        this.tenancy = tenancy;
        this.clock = clock;
        this.wall = wall;
        this.running = running;
    }

    void start(@Observes StartupEvent event) {
        if (running) {
            loop.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (running) {
            loop.stop();
        }
    }

    void nudge(@Observes TicketsPending pending) {
        loop.nudge();
    }

    /** One round; true where a full batch says that there is more. */
    boolean step() {
        List<Claim> woken = claims.woken(BATCH);
        boolean progress = each(woken, wakeUps::answer, claim -> {});
        List<Claim> found = new ArrayList<>(claims.pending(wall.instant(), BATCH));
        found.addAll(due());
        progress |= each(found, settling::settle, this::postpone);
        return progress && (woken.size() == BATCH || found.size() >= BATCH);
    }

    private List<Claim> due() {
        List<Claim> due = new ArrayList<>(claims.due(wall.instant(), clock.sandboxTenants(), BATCH));
        for (UUID sandbox : clock.sandboxTenants()) {
            due.addAll(claims.dueOf(sandbox, clock.nowFor(sandbox), BATCH));
        }
        return due;
    }

    /** One that fails does not keep the others waiting; it is tried again in a later round. */
    private boolean each(List<Claim> found, Consumer<UUID> work, Consumer<Claim> afterFailure) {
        boolean progress = false;
        for (Claim claim : found) {
            Trace.begin();
            try {
                tenancy.runAs(claim.tenant(), () -> work.accept(claim.id()));
                progress = true;
            } catch (RuntimeException | Error e) {
                log(claim, e);
                if (!isCollision(e)) {
                    afterFailure.accept(claim);
                }
            }
        }
        return progress;
    }

    private static void log(Claim claim, Throwable failure) {
        Trace.tenant(claim.tenant());
        if (isCollision(failure)) {
            LOG.debugf(failure, "%s met somebody else at work and is tried again", claim);
        } else {
            LOG.errorf(failure, "%s failed and is tried again", claim);
        }
        Trace.tenant(null);
    }

    private void postpone(Claim claim) {
        Instant later = wall.instant().plus(AFTER_FAILURE);
        tenancy.runAs(claim.tenant(), () -> settling.postpone(claim.id(), later));
    }

    private static boolean isCollision(Throwable failure) {
        return SqlFailure.is(failure, SqlFailure.DUPLICATE_KEY)
                || SqlFailure.is(failure, SqlFailure.DEADLOCK)
                || SqlFailure.is(failure, SqlFailure.LOCK_WAIT_TIMEOUT);
    }
}
