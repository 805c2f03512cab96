package dev.remit.kit.tenancy;

import io.quarkus.arc.Arc;
import java.util.UUID;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;

/**
 * Tells Hibernate the tenant of each session it opens. Named in the configuration as Hibernate's own resolver, since
 * Quarkus' discriminator mode knows tenants of type String only and ours are BINARY(16).
 */
public class TenantOfSession implements CurrentTenantIdentifierResolver<UUID> {
    @Override
    public UUID resolveCurrentTenantIdentifier() {
        return Arc.container().instance(Tenancy.class).get().current();
    }

    @Override
    public boolean validateExistingCurrentSessions() {
        return true;
    }

    @Override
    public boolean isRoot(UUID tenant) {
        return false;
    }
}
