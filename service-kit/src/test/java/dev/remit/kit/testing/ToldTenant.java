package dev.remit.kit.testing;

import dev.remit.kit.tenants.KnownTenants;
import dev.remit.kit.tenants.TenantFacts;
import dev.remit.kit.tenants.TenantKind;
import dev.remit.kit.tenants.TenantStatus;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.UUID;

/** Has a service know a tenant as contracts-service would tell it. */
public final class ToldTenant {
    private ToldTenant() {}

    public static UUID told(UUID tenant, TenantStatus status) {
        KnownTenants known = Arc.container().instance(KnownTenants.class).get();
        QuarkusTransaction.requiringNew()
                .run(() -> known.learn(tenant, new TenantFacts(tenant, "Acme IT", TenantKind.REAL, status)));
        return tenant;
    }
}
