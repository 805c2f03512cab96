package dev.remit.tickets.sql;

import dev.remit.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * What must be looked at across all tenants, and whose connection a callback names. These statements read and give the
 * tenant of each row; everything after that happens as that tenant.
 */
@ApplicationScoped
public class CrossTenantSql {
    static final String TENANTS_PENDING =
            "SELECT tenant_id, MIN(settle_at) FROM ticket WHERE settle_at <= ? GROUP BY tenant_id";
    static final String TENANTS_DUE =
            "SELECT tenant_id, MIN(look_at) FROM ticket WHERE look_at IS NOT NULL GROUP BY tenant_id";
    static final String TENANTS_WOKEN =
            "SELECT tenant_id, MIN(due_at) FROM wake_up WHERE due_at <= ? GROUP BY tenant_id";
    static final String PENDING_OF_TENANT =
            "SELECT id FROM ticket WHERE tenant_id = ? AND settle_at <= ? ORDER BY settle_at LIMIT ?";
    static final String DUE_OF_TENANT =
            "SELECT id FROM ticket WHERE tenant_id = ? AND look_at <= ? ORDER BY look_at LIMIT ?";
    static final String CONNECTION = "SELECT tenant_id, platform, signing_key FROM connection WHERE id = ?";

    static final String OPEN_CLOCKS =
            "SELECT tenant_id, SUM(open_clocks) FROM ticket WHERE open_clocks > 0 GROUP BY tenant_id";
    static final String FAILING_TICKETS =
            "SELECT tenant_id, COUNT(*) FROM ticket WHERE settle_failures > 0 GROUP BY tenant_id";
    static final String FAILING_WAKE_UPS =
            "SELECT tenant_id, COUNT(*) FROM wake_up WHERE failures > 0 GROUP BY tenant_id";

    private final Sql sql;

    CrossTenantSql(Sql sql) {
        this.sql = sql;
    }

    /** Whose connection it is, and the key that tells the platform's callbacks from anybody else's; may be null. */
    public record Door(UUID tenant, String platform, String signingKey) {}

    private record Since(UUID tenant, Instant at) {}

    /**
     * The tenants of whom a ticket or a wake-up is to be looked at.
     *
     * @param machine the machine's time
     * @param now each tenant's own
     */
    public Set<UUID> tenantsWaiting(Instant machine, Function<UUID, Instant> now) {
        Set<UUID> tenants = new LinkedHashSet<>();
        since(TENANTS_WOKEN, machine).forEach(first -> tenants.add(first.tenant()));
        since(TENANTS_PENDING, machine).forEach(first -> tenants.add(first.tenant()));
        since(TENANTS_DUE).stream()
                .filter(first -> !first.at().isAfter(now.apply(first.tenant())))
                .forEach(first -> tenants.add(first.tenant()));
        return tenants;
    }

    /** A tenant's tickets that something has happened to, those that failed only after a while. */
    public List<UUID> pending(UUID tenant, Instant now, int limit) {
        return sql.list(PENDING_OF_TENANT, row -> row.uuid(1), tenant, now, limit);
    }

    /** A tenant's tickets whose time has come by the tenant's own clock. */
    public List<UUID> due(UUID tenant, Instant now, int limit) {
        return sql.list(DUE_OF_TENANT, row -> row.uuid(1), tenant, now, limit);
    }

    /** How many clocks have not ended. */
    public long openClocks() {
        return sum(OPEN_CLOCKS);
    }

    /** How many tickets could not be settled when it was tried last. */
    public long failingTickets() {
        return sum(FAILING_TICKETS);
    }

    /** How many wake-ups could not be answered when it was tried last. */
    public long failingWakeUps() {
        return sum(FAILING_WAKE_UPS);
    }

    /** Since when the ticket has been waiting that has waited longest to be settled; empty when none does. */
    public Optional<Instant> longestPending(Instant now) {
        return since(TENANTS_PENDING, now).stream().map(Since::at).min(Instant::compareTo);
    }

    /**
     * The same for what is due of tenants in real time.
     *
     * @param sandboxes the tenants that have a time of their own
     */
    public Optional<Instant> longestDue(Instant now, Collection<UUID> sandboxes) {
        return since(TENANTS_DUE).stream()
                .filter(first ->
                        !sandboxes.contains(first.tenant()) && !first.at().isAfter(now))
                .map(Since::at)
                .min(Instant::compareTo);
    }

    public Optional<Door> connection(UUID id) {
        return sql.first(CONNECTION, row -> new Door(row.uuid(1), row.text(2), row.text(3)), id);
    }

    private List<Since> since(String statement, Object... arguments) {
        return sql.list(statement, row -> new Since(row.uuid(1), row.instant(2)), arguments);
    }

    private long sum(String statement) {
        return sql.list(statement, row -> row.number(2)).stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
