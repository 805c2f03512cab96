package dev.remit.kit.feed;

import dev.remit.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * How far each neighbour has come. It asks for what follows the last event that took effect with it, so its question is
 * its receipt for everything before. Noted once a minute at most; what is noted too late is kept too long, no more.
 */
@ApplicationScoped
class FeedReaders {
    static final Duration RETIRED = Duration.ofDays(90);

    private static final Logger LOG = Logger.getLogger(FeedReaders.class);
    private static final Duration APART = Duration.ofMinutes(1);

    private final Sql sql;
    private final Feed feed;
    private final InstantSource clock;
    private final Map<String, Instant> noted = new ConcurrentHashMap<>();

    FeedReaders(Sql sql, Feed feed, InstantSource clock) {
        this.sql = sql;
        this.feed = feed;
        this.clock = clock;
    }

    /** Takes a neighbour's receipt for everything up to a position, or to the head where it names one that is not there. */
    void note(String reader, long position) {
        Instant now = clock.instant();
        Instant last = noted.get(reader);
        if (last == null || !now.isBefore(last.plus(APART))) {
            long read = Math.min(position, feed.head());
            sql.update(
                    "INSERT INTO feed_reader (name, position, asked_at) VALUES (?, ?, ?)"
                            + " ON DUPLICATE KEY UPDATE position = GREATEST(feed_reader.position, ?), asked_at = ?",
                    reader,
                    read,
                    now,
                    read,
                    now);
            noted.put(reader, now);
        }
    }

    /** Forgets neighbours that have not asked for so long that they are taken to be gone, and says so. */
    void forgetRetired() {
        Instant before = clock.instant().minus(RETIRED);
        for (String reader : sql.list("SELECT name FROM feed_reader WHERE asked_at < ?", row -> row.text(1), before)) {
            if (sql.update("DELETE FROM feed_reader WHERE name = ? AND asked_at < ?", reader, before) > 0) {
                LOG.warnf(
                        "%s has not read the feed for %d days; events are no longer kept for it",
                        reader, RETIRED.toDays());
            }
        }
    }

    /** Up to where even the slowest has read; empty while there is no neighbour. */
    Optional<Long> slowest() {
        return sql.first("SELECT position FROM feed_reader ORDER BY position LIMIT 1", row -> row.number(1));
    }
}
