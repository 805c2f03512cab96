package dev.remit.kit.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads what happened here, in the order of positions. */
@ApplicationScoped
public class Feed {
    private static final String COLUMNS =
            "SELECT position, type, tenant_id, subject_id, occurred_at, payload FROM outbox";

    private final Sql sql;
    private final Tenancy tenancy;
    private final ObjectMapper json;
    private final Optional<String> snapshot;

    Feed(
            Sql sql,
            Tenancy tenancy,
            ObjectMapper json,
            @ConfigProperty(name = "remit.feed.snapshot") Optional<String> snapshot) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.json = json;
        this.snapshot = snapshot;
    }

    /**
     * The events of all tenants after a position; for other services only.
     *
     * @throws Problem gone, when events after that position are no longer kept
     */
    FeedPage read(long after, int limit) {
        long head = head();
        List<FeedEvent> items =
                sql.list(COLUMNS + " WHERE position > ? ORDER BY position LIMIT ?", this::event, after, limit);
        refuseIfTrimmed(after, Optional.empty());
        return new FeedPage(items, head);
    }

    /**
     * The current tenant's events after a position. Positions then have gaps, where other tenants' events stand.
     *
     * @throws Problem gone, when events after that position are no longer kept
     */
    public TenantFeedPage ofTenant(long after, int limit) {
        UUID tenant = tenancy.current();
        long head = head();
        List<TenantFeedPage.Item> items = sql.list(
                COLUMNS + " WHERE tenant_id = ? AND position > ? ORDER BY position LIMIT ?",
                row -> TenantFeedPage.Item.of(event(row)),
                tenant,
                after,
                limit);
        refuseIfTrimmed(after, snapshot);
        long last = items.isEmpty() ? after : items.getLast().position();
        return new TenantFeedPage(items, items.size() < limit ? Math.max(head, last) : last);
    }

    long head() {
        return sql.first("SELECT head FROM feed_head WHERE id = 1", row -> row.number(1))
                .orElseThrow();
    }

    /** Looked at after reading: rows may have been trimmed meanwhile, never before the mark was moved. */
    private void refuseIfTrimmed(long after, Optional<String> wayBack) {
        long trimmed = sql.first("SELECT trimmed_through FROM feed_head WHERE id = 1", row -> row.number(1))
                .orElseThrow();
        if (after < trimmed) {
            Problem gone = Problem.of(
                    ProblemType.GONE,
                    "Events up to position " + trimmed + " are no longer kept; begin with a snapshot.");
            wayBack.ifPresent(way -> gone.member("snapshot", way));
            throw gone.member("after", trimmed);
        }
    }

    private FeedEvent event(Sql.Row row) throws SQLException {
        return new FeedEvent(
                row.number(1), row.text(2), row.uuid(3), row.uuid(4), row.instant(5), payload(row.bytes(6)));
    }

    private JsonNode payload(byte[] bytes) {
        try {
            return json.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
