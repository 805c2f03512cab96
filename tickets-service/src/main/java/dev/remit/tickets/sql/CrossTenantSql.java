package dev.remit.tickets.sql;

import dev.remit.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The service's only native statements: what must be looked at across all tenants, and whose connection a callback names.
 * They read and give the tenant of each row; everything after that happens as that tenant.
 */
@ApplicationScoped
public class CrossTenantSql {
    static final String PENDING = "SELECT tenant_id, id FROM ticket WHERE settle_at <= ? ORDER BY settle_at LIMIT ?";
    static final String DUE = "SELECT tenant_id, id FROM ticket WHERE look_at <= ? ORDER BY look_at LIMIT ?";
    static final String DUE_EXCEPT =
            "SELECT tenant_id, id FROM ticket WHERE look_at <= ? AND tenant_id NOT IN (%s) ORDER BY look_at LIMIT ?";
    static final String DUE_OF_TENANT =
            "SELECT tenant_id, id FROM ticket WHERE tenant_id = ? AND look_at <= ? ORDER BY look_at LIMIT ?";
    static final String WOKEN = "SELECT tenant_id, id FROM wake_up ORDER BY id LIMIT ?";
    static final String CONNECTION = "SELECT tenant_id, platform, signing_key FROM connection WHERE id = ?";

    static final String OPEN_CLOCKS =
            "SELECT tenant_id, SUM(open_clocks) FROM ticket WHERE open_clocks > 0 GROUP BY tenant_id";
    static final String LONGEST_PENDING =
            "SELECT tenant_id, settle_at FROM ticket WHERE settle_at <= ? ORDER BY settle_at LIMIT 1";
    static final String LONGEST_DUE =
            "SELECT tenant_id, look_at FROM ticket WHERE look_at <= ? AND tenant_id NOT IN (%s) ORDER BY look_at LIMIT 1";

    private final Sql sql;

    CrossTenantSql(Sql sql) {
        this.sql = sql;
    }

    /** A row and whose it is. */
    public record Claim(UUID tenant, UUID id) {}

    /** Whose connection it is, and the key that tells the platform's callbacks from anybody else's; may be null. */
    public record Door(UUID tenant, String platform, String signingKey) {}

    /** Tickets that something has happened to, those that failed only after a while. */
    public List<Claim> pending(Instant now, int limit) {
        return claims(PENDING, now, limit);
    }

    /**
     * Tickets of tenants in real time whose time has come.
     *
     * @param sandboxes the tenants that have a time of their own
     */
    public List<Claim> due(Instant now, Collection<UUID> sandboxes, int limit) {
        if (sandboxes.isEmpty()) {
            return claims(DUE, now, limit);
        }
        List<Object> arguments = new ArrayList<>();
        arguments.add(now);
        arguments.addAll(sandboxes);
        arguments.add(limit);
        String places = String.join(", ", Collections.nCopies(sandboxes.size(), "?"));
        return claims(DUE_EXCEPT.formatted(places), arguments.toArray());
    }

    /** Tickets of a tenant whose time has come by the tenant's own clock. */
    public List<Claim> dueOf(UUID tenant, Instant now, int limit) {
        return claims(DUE_OF_TENANT, tenant, now, limit);
    }

    /** How many clocks have not ended. */
    public long openClocks() {
        return sql.list(OPEN_CLOCKS, row -> row.number(2)).stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Since when the ticket has been waiting that has waited longest to be settled; empty when none does. */
    public Optional<Instant> longestPending(Instant now) {
        return sql.first(LONGEST_PENDING, row -> row.instant(2), now);
    }

    /** The same for what is due of tenants in real time. */
    public Optional<Instant> longestDue(Instant now, Collection<UUID> sandboxes) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(now);
        arguments.addAll(sandboxes);
        // An empty list is no SQL, and nobody's id is a single zero byte.
        String places = sandboxes.isEmpty() ? "x'00'" : String.join(", ", Collections.nCopies(sandboxes.size(), "?"));
        return sql.first(LONGEST_DUE.formatted(places), row -> row.instant(2), arguments.toArray());
    }

    /** Wake-ups that nobody has answered. */
    public List<Claim> woken(int limit) {
        return claims(WOKEN, limit);
    }

    public Optional<Door> connection(UUID id) {
        return sql.first(CONNECTION, row -> new Door(row.uuid(1), row.text(2), row.text(3)), id);
    }

    private List<Claim> claims(String statement, Object... arguments) {
        return sql.list(statement, row -> new Claim(row.uuid(1), row.uuid(2)), arguments);
    }
}
