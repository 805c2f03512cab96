package dev.remit.kit.feed;

import dev.remit.kit.sql.Sql;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Forgets events after 30 days: first moves the mark that readers check, then deletes what lies behind it. */
@ApplicationScoped
class FeedRetention {
    static final Duration KEPT = Duration.ofDays(30);
    private static final int BATCH = 1_000;

    private final Sql sql;
    private final InstantSource clock;

    FeedRetention(Sql sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "2m", identity = "feed-retention")
    void forgetOldEvents() {
        Optional<Long> last = sql.first(
                "SELECT position FROM outbox WHERE sequenced_at < ? ORDER BY sequenced_at DESC, position DESC LIMIT 1",
                row -> row.number(1),
                clock.instant().minus(KEPT));
        last.ifPresent(position -> sql.update(
                "UPDATE feed_head SET trimmed_through = GREATEST(trimmed_through, ?) WHERE id = 1", position));
        int deleted;
        do {
            deleted = sql.update(
                    "DELETE FROM outbox WHERE position <= (SELECT trimmed_through FROM feed_head WHERE id = 1)"
                            + " ORDER BY position LIMIT " + BATCH);
        } while (deleted == BATCH);
    }
}
