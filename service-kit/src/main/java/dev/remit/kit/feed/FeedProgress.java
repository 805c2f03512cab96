package dev.remit.kit.feed;

import dev.remit.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** How far a tenant's news has come: what readers of this service's feed can see, and what of a neighbour's took effect here. */
@ApplicationScoped
public class FeedProgress {
    private static final Duration TO_TELL = Duration.ofSeconds(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final Sql sql;
    private final Feed feed;
    private final FeedCursors cursors;
    private final SetAsideEvents setAside;

    FeedProgress(Sql sql, Feed feed, FeedCursors cursors, SetAsideEvents setAside) {
        this.sql = sql;
        this.feed = feed;
        this.cursors = cursors;
        this.setAside = setAside;
    }

    /**
     * The position by which everything is told that has happened to a tenant; waits a little for what was committed just now.
     * Not to be called in a transaction.
     *
     * @return empty where something stays untold
     */
    public Optional<Long> told(UUID tenant) {
        return await(TO_TELL, () -> isTold(tenant)) ? Optional.of(feed.head()) : Optional.empty();
    }

    /**
     * Whether everything of a tenant that a neighbour told up to a position has taken effect here, waiting for it to do so. Not
     * to be called in a transaction.
     *
     * @param consumer the name of the handler that follows the neighbour
     */
    public boolean awaitTaken(String consumer, UUID tenant, long position, Duration atMost) {
        return await(atMost, () -> isTaken(consumer, tenant, position));
    }

    private boolean isTold(UUID tenant) {
        return sql.first(
                        "SELECT id FROM outbox WHERE tenant_id = ? AND tenant_position IS NULL LIMIT 1",
                        row -> row.number(1),
                        tenant)
                .isEmpty();
    }

    private boolean isTaken(String consumer, UUID tenant, long position) {
        return cursors.position(consumer) >= position
                && sql.first(
                                "SELECT position FROM feed_inbox WHERE consumer = ? AND tenant_id = ? AND position <= ?"
                                        + " LIMIT 1",
                                row -> row.number(1),
                                consumer,
                                tenant,
                                position)
                        .isEmpty()
                && setAside.subjects(consumer, tenant).isEmpty();
    }

    private static boolean await(Duration atMost, BooleanSupplier reached) {
        long end = System.nanoTime() + atMost.toNanos();
        boolean now = reached.getAsBoolean();
        while (!now && System.nanoTime() < end) {
            try {
                Thread.sleep(LOOK_AGAIN);
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
                return false;
            }
            now = reached.getAsBoolean();
        }
        return now;
    }
}
