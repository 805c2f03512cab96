package dev.remit.contracts.tenants;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/** The tenant at work. */
@ApplicationScoped
class TenantRepository implements PanacheRepositoryBase<Tenant, UUID> {

    /** Holds the row until the transaction ends. */
    Tenant locked(UUID tenant) {
        return findById(tenant, LockModeType.PESSIMISTIC_WRITE);
    }
}
