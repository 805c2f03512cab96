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

/** Reads what happened here, in the order of positions. */
@ApplicationScoped
public class Feed {
    private static final String COLUMNS =
            "SELECT position, type, tenant_id, subject_id, occurred_at, payload FROM outbox";

    private final Sql sql;
    private final Tenancy tenancy;
    private final ObjectMapper json;
    private final Optional<String> snapshot;

    Feed(Sql sql, Tenancy tenancy, ObjectMapper json, FeedSettings settings) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.json = json;
        this.snapshot = settings.snapshot();
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
        long trimmed = sql.first("SELECT trimmed_through FROM feed_head WHERE id = 1", row -> row.number(1))
                .orElseThrow();
        refuseIfTrimmed(after, trimmed, Optional.empty());
        return new FeedPage(items, head);
    }

    /**
     * The current tenant's events after a position. Its events are numbered by themselves, without gaps, so that positions
     * say nothing of other tenants.
     *
     * @throws Problem gone, when events after that position are no longer kept
     */
    public TenantFeedPage ofTenant(long after, int limit) {
        TenantFeedPage page = readOfTenant(after, limit);
        refuseIfTrimmed(after, trimmedOfTenant(), snapshot);
        return page;
    }

    /** The same; empty where events after that position are no longer kept. */
    public Optional<TenantFeedPage> ofTenantIfKept(long after, int limit) {
        TenantFeedPage page = readOfTenant(after, limit);
        return after < trimmedOfTenant() ? Optional.empty() : Optional.of(page);
    }

    private TenantFeedPage readOfTenant(long after, int limit) {
        List<TenantFeedPage.Item> items = sql.list(
                "SELECT tenant_position, type, tenant_id, subject_id, occurred_at, payload FROM outbox"
                        + " WHERE tenant_id = ? AND tenant_position > ? ORDER BY tenant_position LIMIT ?",
                row -> TenantFeedPage.Item.of(event(row)),
                tenancy.current(),
                after,
                limit);
        return new TenantFeedPage(
                items, items.isEmpty() ? after : items.getLast().position());
    }

    private long trimmedOfTenant() {
        return sql.first(
                        "SELECT trimmed_through FROM feed_tenant_head WHERE tenant_id = ?",
                        row -> row.number(1),
                        tenancy.current())
                .orElse(0L);
    }

    /** The last position of the current tenant's events; 0 where there are none. */
    public long headOfTenant() {
        return sql.first(
                        "SELECT head FROM feed_tenant_head WHERE tenant_id = ?",
                        row -> row.number(1),
                        tenancy.current())
                .orElse(0L);
    }

    /** An event of some tenant, with its position among all. */
    record Joined(long position, UUID tenant, TenantFeedPage.Item item) {}

    /** What joined the feed after a position among all; for whoever listens here. Crosses tenants on purpose. */
    List<Joined> joinedAfter(long position, int limit) {
        return sql.list(
                "SELECT tenant_position, type, tenant_id, subject_id, occurred_at, payload, position FROM outbox"
                        + " WHERE position > ? ORDER BY position LIMIT ?",
                row -> {
                    FeedEvent event = event(row);
                    return new Joined(row.number(7), event.tenant(), TenantFeedPage.Item.of(event));
                },
                position,
                limit);
    }

    long head() {
        return sql.first("SELECT head FROM feed_head WHERE id = 1", row -> row.number(1))
                .orElseThrow();
    }

    /** Looked at after reading: rows may have been trimmed meanwhile, never before the mark was moved. */
    private static void refuseIfTrimmed(long after, long trimmed, Optional<String> wayBack) {
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
