package dev.remit.contracts.tenants;

import dev.remit.contracts.RequestedOnce;
import dev.remit.contracts.Versioned;
import dev.remit.contracts.keycloak.MspFaces;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenants.TenantKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tenants across all of them, for operators: who looks after tenants belongs to none. */
@ApplicationScoped
class TenantRows implements MspFaces {
    /** Longer than its making takes, and as long as one whose making broke off waits for the next attempt. */
    private static final Duration CLAIM = Duration.ofMinutes(2);

    private static final String COLUMNS =
            "tenant_id, name, kind, state, state_reason, owner_login, owner_first_name, owner_last_name, owner_email, created_at,"
                    + " updated_at, revision FROM tenant";
    private static final String ONE = "SELECT " + COLUMNS + " WHERE tenant_id = ?";
    private static final String PAGE = "SELECT " + COLUMNS + " WHERE tenant_id > ? ORDER BY tenant_id LIMIT ?";

    private final Sql sql;
    private final InstantSource clock;

    TenantRows(Sql sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The tenant that a request with this key made. */
    Optional<RequestedOnce.Row> requestedWith(String key) {
        return sql.first(
                "SELECT tenant_id, request_digest FROM tenant WHERE request_key = ?",
                row -> new RequestedOnce.Row(row.uuid(1), row.bytes(2)),
                key);
    }

    Optional<Versioned<TenantView>> find(UUID tenant) {
        return sql.first(ONE, TenantRows::view, tenant);
    }

    @Override
    public Optional<Face> faceOf(UUID tenant) {
        return sql.first(
                "SELECT tenant.name, logo.sha256 FROM tenant LEFT JOIN logo ON logo.tenant_id = tenant.tenant_id"
                        + " WHERE tenant.tenant_id = ? AND tenant.state <> 'ERASED'",
                row -> new Face(row.text(1), Optional.ofNullable(row.text(2))),
                tenant);
    }

    /** A logo as everybody sees it. */
    record Image(byte[] png, String sha256) {}

    Optional<Image> logo(UUID tenant) {
        return sql.first(
                "SELECT png, sha256 FROM logo WHERE tenant_id = ?",
                row -> new Image(row.bytes(1), row.text(2)),
                tenant);
    }

    /** Rows after a tenant in the order of their making, one more than the limit. */
    List<Versioned<TenantView>> page(Optional<UUID> after, int limit) {
        return sql.list(PAGE, TenantRows::view, after.orElse(new UUID(0, 0)), limit + 1);
    }

    /** Those whose making broke off. */
    List<UUID> leftUnfinished() {
        return sql.list(
                "SELECT tenant_id FROM tenant WHERE state = 'PROVISIONING' AND working_until < ?",
                row -> row.uuid(1),
                clock.instant());
    }

    /** Whether the caller may work at it; of two at once one may. */
    boolean claim(UUID tenant) {
        Instant now = clock.instant();
        return sql.update(
                        "UPDATE tenant SET working_until = ? WHERE tenant_id = ? AND working_until < ?",
                        now.plus(CLAIM),
                        tenant,
                        now)
                > 0;
    }

    /** Lets the next one work at it. */
    void release(UUID tenant) {
        sql.update("UPDATE tenant SET working_until = ? WHERE tenant_id = ?", clock.instant(), tenant);
    }

    private static Versioned<TenantView> view(Sql.Row row) throws SQLException {
        TenantState state = TenantState.valueOf(row.text(4));
        return new Versioned<>(
                new TenantView(
                        row.uuid(1),
                        row.text(2),
                        TenantKind.valueOf(row.text(3)),
                        state,
                        row.text(5),
                        state == TenantState.ERASED
                                ? null
                                : new Owner(row.text(6), row.text(7), row.text(8), row.text(9)),
                        row.instant(10),
                        row.instant(11)),
                (int) row.number(12));
    }
}
