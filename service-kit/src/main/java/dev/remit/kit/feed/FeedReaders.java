package dev.remit.kit.feed;

import dev.remit.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How far each neighbour has come. It asks for what follows the last event that took effect with it, so its question is
 * its receipt for everything before. Noted once a minute at most; what is noted too late is kept too long, no more.
 */
@ApplicationScoped
class FeedReaders {
    private static final Duration APART = Duration.ofMinutes(1);

    private final Sql sql;
    private final Feed feed;
    private final InstantSource clock;
    private final Map<String, Noted> noted = new ConcurrentHashMap<>();

    FeedReaders(Sql sql, Feed feed, InstantSource clock) {
        this.sql = sql;
        this.feed = feed;
        this.clock = clock;
    }

    private record Noted(long position, Instant at) {}

    /** Takes a neighbour's receipt for everything up to a position, or to the head where it names one that is not there. */
    void note(String reader, long position) {
        Instant now = clock.instant();
        Noted last = noted.get(reader);
        if (last == null
                || (position > last.position() && !now.isBefore(last.at().plus(APART)))) {
            long read = Math.min(position, feed.head());
            sql.update(
                    "INSERT INTO feed_reader (name, position) VALUES (?, ?)"
                            + " ON DUPLICATE KEY UPDATE position = GREATEST(feed_reader.position, ?)",
                    reader,
                    read,
                    read);
            noted.put(reader, new Noted(read, now));
        }
    }

    /** Up to where even the slowest has read; empty while there is no neighbour. */
    Optional<Long> slowest() {
        return sql.first("SELECT position FROM feed_reader ORDER BY position LIMIT 1", row -> row.number(1));
    }
}
