package dev.remit.kit.tenantdata;

import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Each export holds a thread and a connection for as long as its reader takes, so there are few at once. */
@ApplicationScoped
class ExportTurns {
    private static final String SECONDS_TO_RETRY = "30";

    private final int atOnce;
    private final Set<UUID> running = new HashSet<>();

    ExportTurns(ExportSettings settings) {
        this.atOnce = settings.atOnce();
    }

    /** An export under way. */
    interface Turn extends AutoCloseable {
        /** The export is over. */
        @Override
        void close();
    }

    /** @throws Problem too-many-requests */
    synchronized void requireFree(UUID tenant) {
        if (running.contains(tenant) || running.size() >= atOnce) {
            throw Problem.of(ProblemType.TOO_MANY_REQUESTS, "As many exports are being written as may be at once.")
                    .header("Retry-After", SECONDS_TO_RETRY);
        }
    }

    /** @throws Problem too-many-requests */
    synchronized Turn begin(UUID tenant) {
        requireFree(tenant);
        running.add(tenant);
        return () -> end(tenant);
    }

    private synchronized void end(UUID tenant) {
        running.remove(tenant);
    }
}
