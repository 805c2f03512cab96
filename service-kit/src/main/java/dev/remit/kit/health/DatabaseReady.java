package dev.remit.kit.health;

import dev.remit.kit.loop.Loop;
import dev.remit.kit.sql.SqlFailure;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether the database answers. A thread of its own asks it every two seconds and the probe is told what it found last, so
 * that the answer comes at once whatever the load. A pool whose connections are all in use means load, not absence.
 */
@Readiness
@ApplicationScoped
class DatabaseReady implements AsyncHealthCheck {
    private static final String NAME = "database";
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int PATIENCE_SECONDS = 5;
    /** Longer than the pool makes anybody wait, the pause and the patience together. */
    private static final Duration OLDEST_FINDING = Duration.ofSeconds(15);

    private record Finding(boolean answers, long atNanos) {}

    private final DataSource pool;
    private final Loop loop = new Loop("database-check", PAUSE, this::look);
    private volatile Finding last = new Finding(true, System.nanoTime());

    DatabaseReady(DataSource pool) {
        this.pool = pool;
    }

    void start(@Observes StartupEvent event) {
        last = new Finding(true, System.nanoTime());
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        Finding found = last;
        boolean fresh = System.nanoTime() - found.atNanos() < OLDEST_FINDING.toNanos();
        return Uni.createFrom()
                .item(HealthCheckResponse.named(NAME)
                        .status(found.answers() && fresh)
                        .build());
    }

    private boolean look() {
        last = new Finding(answers(), System.nanoTime());
        return false;
    }

    private boolean answers() {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException e) {
            return SqlFailure.isEveryConnectionInUse(e);
        }
    }
}
