package dev.remit.billing.approvals;

import dev.remit.billing.books.ClientBook;
import dev.remit.billing.work.Work;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.sweep.Due;
import dev.remit.kit.sweep.Sweep;
import dev.remit.kit.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Drafts what could not be drafted before, because a client or signed document was not known: some at once, the rest in
 * steps of their own, each of which has the client's book to itself for a moment only.
 */
@ApplicationScoped
public class QuoteCatchUp implements Sweep {
    private static final UUID BEGINNING = new UUID(0, 0);
    private static final int ITEMS_A_STEP = 50;

    private final Work work;
    private final QuoteDrafting drafting;
    private final ClientBook book;
    private final Sql sql;
    private final Tenancy tenancy;
    private final InstantSource wall;

    QuoteCatchUp(Work work, QuoteDrafting drafting, ClientBook book, Sql sql, Tenancy tenancy, InstantSource wall) {
        this.work = work;
        this.drafting = drafting;
        this.book = book;
        this.sql = sql;
        this.tenancy = tenancy;
        this.wall = wall;
    }

    /** Takes the first step; the client's book is open. */
    public void begin(UUID clientId) {
        step(clientId, BEGINNING);
    }

    private void step(UUID clientId, UUID after) {
        List<UUID> items = work.awaitingQuote(clientId, after, ITEMS_A_STEP);
        items.forEach(drafting::follow);
        if (items.size() < ITEMS_A_STEP) {
            sql.update("DELETE FROM quote_catch_up WHERE tenant_id = ? AND client_id = ?", tenancy.current(), clientId);
        } else {
            sql.update(
                    "INSERT INTO quote_catch_up (tenant_id, client_id, after_item, since) VALUES (?, ?, ?, ?) AS next"
                            + " ON DUPLICATE KEY UPDATE after_item = next.after_item, since = next.since",
                    tenancy.current(),
                    clientId,
                    items.getLast(),
                    wall.instant());
        }
    }

    @Override
    public String name() {
        return "catch-ups";
    }

    @Override
    public String operation() {
        return "quote-catch-up";
    }

    @Override
    public Map<UUID, Instant> tenants() {
        return sql.instants("SELECT tenant_id, MIN(since) FROM quote_catch_up GROUP BY tenant_id");
    }

    @Override
    public List<Due> due(UUID tenant, Instant now, int limit) {
        return sql.list(
                "SELECT client_id, since FROM quote_catch_up WHERE tenant_id = ? ORDER BY since, client_id LIMIT ?",
                row -> new Due(row.uuid(1), row.instant(2)),
                tenant,
                limit);
    }

    @Override
    public boolean work(UUID clientId) {
        book.open(clientId);
        Optional<UUID> after = sql.first(
                "SELECT after_item FROM quote_catch_up WHERE tenant_id = ? AND client_id = ?",
                row -> row.uuid(1),
                tenancy.current(),
                clientId);
        after.ifPresent(item -> step(clientId, item));
        return after.isPresent();
    }
}
