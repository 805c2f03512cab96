package dev.remit.kit.feed;

import dev.remit.kit.sql.Sql;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Forgets events after {@code remit.feed.kept}, and not before every neighbour has read them that still asks: first moves the mark that readers check, then
 * deletes what lies behind it. Where there is no other place to begin anew from, the feed itself is that place and nothing
 * is forgotten.
 */
@ApplicationScoped
class FeedRetention {
    private static final int BATCH = 1_000;

    private final Sql sql;
    private final FeedReaders readers;
    private final InstantSource clock;
    private final Duration kept;
    private final boolean forGood;

    FeedRetention(Sql sql, FeedReaders readers, InstantSource clock, FeedSettings settings) {
        this.sql = sql;
        this.readers = readers;
        this.clock = clock;
        this.kept = settings.kept();
        this.forGood = settings.keptForGood();
    }

    @Scheduled(every = "1h", delayed = "2m", identity = "feed-retention")
    void forgetOldEvents() {
        if (forGood) {
            return;
        }
        Optional<Long> last = sql.first(
                "SELECT position FROM outbox WHERE sequenced_at < ? ORDER BY sequenced_at DESC, position DESC LIMIT 1",
                row -> row.number(1),
                clock.instant().minus(kept));
        readers.forgetRetired();
        last.map(position -> Math.min(position, readers.slowest().orElse(position)))
                .ifPresent(this::moveMarks);
        int deleted;
        do {
            deleted = sql.update(
                    "DELETE FROM outbox WHERE position <= (SELECT trimmed_through FROM feed_head WHERE id = 1)"
                            + " ORDER BY position LIMIT " + BATCH);
        } while (deleted == BATCH);
    }

    private void moveMarks(long position) {
        sql.update("UPDATE feed_head SET trimmed_through = GREATEST(trimmed_through, ?) WHERE id = 1", position);
        sql.update(
                "UPDATE feed_tenant_head AS head JOIN (SELECT tenant_id, MAX(tenant_position) AS last FROM outbox"
                        + " WHERE position <= ? GROUP BY tenant_id) AS old ON old.tenant_id = head.tenant_id"
                        + " SET head.trimmed_through = GREATEST(head.trimmed_through, old.last)",
                position);
    }
}
