package dev.remit.kit.feed;

import dev.remit.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;

/** How far each consumer has come. */
@ApplicationScoped
class FeedCursors {
    private final Sql sql;

    FeedCursors(Sql sql) {
        this.sql = sql;
    }

    /** The position of the last event that took effect, 0 before the first. */
    long position(String name) {
        return sql.first("SELECT position FROM feed_cursor WHERE name = ?", row -> row.number(1), name)
                .orElseGet(() -> begin(name));
    }

    private long begin(String name) {
        sql.update("INSERT IGNORE INTO feed_cursor (name, position) VALUES (?, 0)", name);
        return 0;
    }

    /** As {@link #position}, and keeps other replicas from moving it until the transaction ends. */
    long lock(String name) {
        return sql.first("SELECT position FROM feed_cursor WHERE name = ? FOR UPDATE", row -> row.number(1), name)
                .orElseThrow();
    }

    void move(String name, long position) {
        sql.update("UPDATE feed_cursor SET position = ? WHERE name = ? AND position < ?", position, name, position);
    }
}
