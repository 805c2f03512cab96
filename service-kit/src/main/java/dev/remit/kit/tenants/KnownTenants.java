package dev.remit.kit.tenants;

import dev.remit.kit.sql.Sql;
import io.quarkus.cache.CacheInvalidate;
import io.quarkus.cache.CacheKey;
import io.quarkus.cache.CacheResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The tenants that this service was told of. Whom nobody told of is a tenant like any other, with real work. */
@ApplicationScoped
public class KnownTenants {
    private static final String CACHE = "known-tenants";

    private final Sql sql;

    KnownTenants(Sql sql) {
        this.sql = sql;
    }

    /** Keeps what was told, in the running transaction. */
    @CacheInvalidate(cacheName = CACHE)
    public void learn(@CacheKey UUID tenant, TenantFacts facts) {
        sql.update(
                "INSERT INTO known_tenant (tenant_id, name, kind) VALUES (?, ?, ?) AS told"
                        + " ON DUPLICATE KEY UPDATE name = told.name, kind = told.kind",
                tenant,
                facts.name(),
                facts.kind().name());
    }

    /** What a tenant is for; it may be a second old. */
    @CacheResult(cacheName = CACHE)
    public TenantKind kindOf(UUID tenant) {
        Optional<TenantKind> told = sql.first(
                "SELECT kind FROM known_tenant WHERE tenant_id = ?", row -> TenantKind.valueOf(row.text(1)), tenant);
        return told.orElse(TenantKind.REAL);
    }
}
