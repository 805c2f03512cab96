package dev.remit.billing.books;

import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * How far a tenant's finance feed and its export batches have come. Both are counted without gaps, so whoever counts waits
 * for the one before; and has opened the books of the clients concerned first.
 */
@ApplicationScoped
public class FinancePositions {
    private static final String READ = "SELECT position, batch_number FROM finance_head WHERE tenant_id = ?";

    private final Sql sql;
    private final Tenancy tenancy;

    FinancePositions(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** The last position and the last batch there are. */
    public record Counts(long position, long batch) {}

    public Counts read() {
        return counts(READ);
    }

    /** As {@link #read}, and nobody else counts until the transaction ends. */
    public Counts lock() {
        sql.update(
                "INSERT INTO finance_head (tenant_id, position, batch_number) VALUES (?, 0, 0)"
                        + " ON DUPLICATE KEY UPDATE position = finance_head.position",
                tenancy.current());
        return counts(READ + " FOR UPDATE");
    }

    public void advance(Counts to) {
        sql.update(
                "UPDATE finance_head SET position = ?, batch_number = ? WHERE tenant_id = ?",
                to.position(),
                to.batch(),
                tenancy.current());
    }

    private Counts counts(String query) {
        UUID tenant = tenancy.current();
        return sql.first(query, row -> new Counts(row.number(1), row.number(2)), tenant)
                .orElse(new Counts(0, 0));
    }
}
