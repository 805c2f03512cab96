package dev.remit.kit.health;

import io.smallrye.health.AsyncHealthCheckFactory;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Runs health checks on threads that no request can take. Quarkus would run them where requests run, so that a service whose
 * threads are all busy could not say that it lives, and would be started again in the middle of its work.
 */
@Alternative
@Priority(1)
@Singleton
class HealthChecksOnOwnThreads extends AsyncHealthCheckFactory {
    /** One each for liveness, readiness and whoever looks: a check that waits for the database holds up no other. */
    private static final int THREADS = 4;

    private final ExecutorService threads = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().name("health-", 1).daemon().factory());

    @Override
    public Uni<HealthCheckResponse> callSync(HealthCheck check) {
        return super.callSync(check).runSubscriptionOn(threads);
    }

    @PreDestroy
    void end() {
        threads.shutdownNow();
    }
}
