package dev.remit.tickets.sql;

import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenancy.Tenancy;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * A row for each tenant that every transaction which settles its tickets holds shared, from before its first look at facts
 * to its commit. Whoever answers word of a fact waits at it once for those that began before the fact was there: what their
 * tickets await, and whose they are, can be read only when they are committed.
 */
@ApplicationScoped
public class SettlingLock {
    static final String SHARE = "SELECT tenant_id FROM settling_lock WHERE tenant_id = ? FOR SHARE";
    static final String MAKE = "INSERT IGNORE INTO settling_lock (tenant_id) VALUES (?)";
    static final String PASS =
            "INSERT INTO settling_lock (tenant_id) VALUES (?) ON DUPLICATE KEY UPDATE tenant_id = settling_lock.tenant_id";

    private final Sql sql;
    private final Tenancy tenancy;

    SettlingLock(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** Begins to settle tickets of the current tenant; to the end of the transaction. */
    public void share() {
        if (!isShared()) {
            QuarkusTransaction.requiringNew().run(() -> sql.update(MAKE, tenancy.current()));
            if (!isShared()) {
                throw new IllegalStateException("The tenant's lock was deleted just after it was made.");
            }
        }
    }

    /** Waits until all have ended who had begun to settle tickets of the current tenant. Nobody begins before the caller's end. */
    public void awaitOthers() {
        sql.update(PASS, tenancy.current());
    }

    private boolean isShared() {
        return sql.first(SHARE, row -> row.uuid(1), tenancy.current()).isPresent();
    }
}
