package dev.remit.billing.exports;

import dev.remit.kit.loop.Loop;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.trace.Trace;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Takes the steps of the cut-offs that are under way, one of each in turn, so that a long one holds up no other. */
@ApplicationScoped
class CutOffSteps {
    private static final Logger LOG = Logger.getLogger(CutOffSteps.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int BATCH = 200;

    private final Sql sql;
    private final Tenancy tenancy;
    private final CutOffDesk desk;
    private final Loop loop = new Loop("cut-offs", PAUSE, this::round);

    CutOffSteps(Sql sql, Tenancy tenancy, CutOffDesk desk) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.desk = desk;
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    private record UnderWay(UUID tenant, UUID cutOff) {}

    /** That any failed is said when all have had their turn; it has another one after a pause. */
    private boolean round() {
        List<UnderWay> all = sql.list(
                "SELECT tenant_id, cut_off_id FROM cut_off_under_way ORDER BY steps, cut_off_id LIMIT " + BATCH,
                row -> new UnderWay(row.uuid(1), row.uuid(2)));
        List<Throwable> failures = new ArrayList<>();
        for (UnderWay one : all) {
            Trace.begin();
            try {
                tenancy.runAs(one.tenant, () -> desk.goOn(one.cutOff));
            } catch (RuntimeException | Error e) {
                failures.add(e);
                LOG.warnf("cut-off %s could not go on: %s", one.cutOff, e);
            }
        }
        if (!failures.isEmpty()) {
            IllegalStateException failed = new IllegalStateException(
                    failures.size() + " of " + all.size() + " cut-offs could not go on", failures.removeFirst());
            failures.forEach(failed::addSuppressed);
            throw failed;
        }
        return !all.isEmpty();
    }
}
