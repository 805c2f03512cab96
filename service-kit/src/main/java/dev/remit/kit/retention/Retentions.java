package dev.remit.kit.retention;

import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;

/** Has everything that is old enough forgotten, every hour. What fails is tried again an hour later, and keeps nothing else. */
@ApplicationScoped
class Retentions {
    private static final Logger LOG = Logger.getLogger(Retentions.class);

    private final List<Retention> all;
    private final InstantSource wall;

    Retentions(@All List<Retention> all, InstantSource wall) {
        this.all = all;
        this.wall = wall;
    }

    @Scheduled(every = "1h", delayed = "1m", identity = "retention")
    void forgetOld() {
        for (Retention retention : all) {
            try {
                retention.forgetBefore(wall.instant().minus(retention.kept()));
            } catch (RuntimeException failure) {
                LOG.errorf(failure, "Old rows could not be forgotten: %s", retention.name());
            }
        }
    }
}
