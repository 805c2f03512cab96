package dev.remit.billing.approvals;

import dev.remit.billing.books.ClientBook;
import dev.remit.billing.turns.Turn;
import dev.remit.billing.turns.Turns;
import dev.remit.billing.work.Work;
import dev.remit.kit.loop.Loop;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenancy.Tenancy;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Drafts what could not be drafted before, because a client or signed document was not known: some at once, the rest in
 * steps of their own, each of which has the client's book to itself for a moment only.
 */
@ApplicationScoped
public class QuoteCatchUp {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final UUID BEGINNING = new UUID(0, 0);
    private static final int ITEMS_A_STEP = 50;
    private static final int BATCH = 200;

    private final Work work;
    private final QuoteDrafting drafting;
    private final ClientBook book;
    private final Sql sql;
    private final Tenancy tenancy;
    private final Turns turns;
    private final Loop loop = new Loop("quote-catch-up", PAUSE, this::round);

    QuoteCatchUp(Work work, QuoteDrafting drafting, ClientBook book, Sql sql, Tenancy tenancy, Turns turns) {
        this.work = work;
        this.drafting = drafting;
        this.book = book;
        this.sql = sql;
        this.tenancy = tenancy;
        this.turns = turns;
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
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
                    "INSERT INTO quote_catch_up (tenant_id, client_id, after_item) VALUES (?, ?, ?) AS next"
                            + " ON DUPLICATE KEY UPDATE after_item = next.after_item",
                    tenancy.current(),
                    clientId,
                    items.getLast());
        }
    }

    private boolean round() {
        List<Turn> waiting = sql.list(
                "SELECT tenant_id, client_id FROM quote_catch_up ORDER BY after_item LIMIT " + BATCH,
                row -> new Turn(row.uuid(1), row.uuid(2)));
        turns.take("catch-up of client", waiting, this::goOn);
        return !waiting.isEmpty();
    }

    private void goOn(UUID clientId) {
        book.open(clientId);
        Optional<UUID> after = sql.first(
                "SELECT after_item FROM quote_catch_up WHERE tenant_id = ? AND client_id = ?",
                row -> row.uuid(1),
                tenancy.current(),
                clientId);
        after.ifPresent(item -> step(clientId, item));
    }
}
