package dev.remit.billing.exports;

import dev.remit.billing.turns.Turn;
import dev.remit.billing.turns.Turns;
import dev.remit.kit.loop.Loop;
import dev.remit.kit.sql.Sql;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;

/** Takes the steps of the cut-offs that are under way, one of each in turn, so that a long one holds up no other. */
@ApplicationScoped
class CutOffSteps {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int BATCH = 200;

    private final Sql sql;
    private final Turns turns;
    private final CutOffDesk desk;
    private final Loop loop = new Loop("cut-offs", PAUSE, this::round);

    CutOffSteps(Sql sql, Turns turns, CutOffDesk desk) {
        this.sql = sql;
        this.turns = turns;
        this.desk = desk;
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    private boolean round() {
        List<Turn> underWay = sql.list(
                "SELECT tenant_id, cut_off_id FROM cut_off_under_way ORDER BY steps, cut_off_id LIMIT " + BATCH,
                row -> new Turn(row.uuid(1), row.uuid(2)));
        turns.take("cut-off", underWay, desk::goOn);
        return !underWay.isEmpty();
    }
}
