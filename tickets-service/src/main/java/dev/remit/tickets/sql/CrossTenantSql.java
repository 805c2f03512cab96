package dev.remit.tickets.sql;

import dev.remit.kit.ids.Ids;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.sweep.Due;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What must be looked at across all tenants, whose connection a callback names, and what is forgotten. Statements that read
 * give the tenant of each row; everything after that happens as that tenant.
 */
@ApplicationScoped
public class CrossTenantSql {
    static final String TENANTS_PENDING =
            "SELECT tenant_id, MIN(settle_at) FROM ticket WHERE settle_at IS NOT NULL GROUP BY tenant_id";
    static final String TENANTS_DUE =
            "SELECT tenant_id, MIN(look_at) FROM ticket WHERE look_at IS NOT NULL GROUP BY tenant_id";
    static final String PENDING_OF_TENANT =
            "SELECT id, settle_at FROM ticket WHERE tenant_id = ? AND settle_at <= ? ORDER BY settle_at LIMIT ?";
    static final String DUE_OF_TENANT =
            "SELECT id, look_at FROM ticket WHERE tenant_id = ? AND look_at <= ? ORDER BY look_at LIMIT ?";
    static final String CONNECTION = "SELECT tenant_id, platform, signing_key FROM connection WHERE id = ?";

    static final String OPEN_CLOCKS =
            "SELECT tenant_id, SUM(open_clocks) FROM ticket WHERE open_clocks > 0 GROUP BY tenant_id";

    /** By their ids, which grow with the machine's time: a sandbox's clock may stand years away from it. */
    static final String FORGET_PAYLOADS =
            "DELETE FROM payload WHERE id < ? AND NOT EXISTS (SELECT 1 FROM review WHERE review.tenant_id = payload.tenant_id"
                    + " AND review.payload_id = payload.id AND review.state = 'OPEN') LIMIT ?";

    private final Sql sql;

    CrossTenantSql(Sql sql) {
        this.sql = sql;
    }

    /** Whose connection it is, and the key that tells the platform's callbacks from anybody else's; may be null. */
    public record CallbackConnection(UUID tenant, String platform, String signingKey) {}

    /** Of each tenant, since when the ticket has been waiting that has waited longest to be settled. */
    public Map<UUID, Instant> tenantsPending() {
        return sql.instants(TENANTS_PENDING);
    }

    /** Of each tenant, when the first ticket is to be looked at, by the tenant's own clock. */
    public Map<UUID, Instant> tenantsDue() {
        return sql.instants(TENANTS_DUE);
    }

    /** A tenant's tickets that something has happened to. */
    public List<Due> pending(UUID tenant, Instant now, int limit) {
        return sql.list(PENDING_OF_TENANT, row -> new Due(row.uuid(1), row.instant(2)), tenant, now, limit);
    }

    /** A tenant's tickets whose time has come by the tenant's own clock. */
    public List<Due> due(UUID tenant, Instant now, int limit) {
        return sql.list(DUE_OF_TENANT, row -> new Due(row.uuid(1), row.instant(2)), tenant, now, limit);
    }

    /** How many clocks have not ended. */
    public long openClocks() {
        return sql.list(OPEN_CLOCKS, row -> row.number(2)).stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /**
     * Deletes payloads of all tenants that came before a moment by the machine's clock and of which no review is open.
     *
     * @return how many, the limit at the most
     */
    public int forgetPayloadsBefore(Instant moment, int limit) {
        return sql.update(FORGET_PAYLOADS, Ids.firstOf(moment), limit);
    }

    public Optional<CallbackConnection> connection(UUID id) {
        return sql.first(CONNECTION, row -> new CallbackConnection(row.uuid(1), row.text(2), row.text(3)), id);
    }
}
