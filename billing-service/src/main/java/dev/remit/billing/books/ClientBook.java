package dev.remit.billing.books;

import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;

/**
 * A client's book: its quotes and unpublished lines, which change together or not at all. Whoever writes in it opens it
 * first, and has it to itself until the transaction ends.
 */
@ApplicationScoped
public class ClientBook {
    private final Sql sql;
    private final Tenancy tenancy;

    ClientBook(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** Waits for whoever has the book open. What was read from it before may have changed. */
    public void open(UUID clientId) {
        sql.update(
                "INSERT INTO client_book (tenant_id, client_id) VALUES (?, ?) ON DUPLICATE KEY UPDATE client_id = client_book.client_id",
                tenancy.current(),
                clientId);
    }

    /** Opens several, always in the same order, so that two callers never wait for each other; nulls are passed over. */
    public void openAll(Collection<UUID> clientIds) {
        clientIds.stream().filter(Objects::nonNull).distinct().sorted().forEach(this::open);
    }
}
