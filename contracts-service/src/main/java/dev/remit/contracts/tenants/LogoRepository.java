package dev.remit.contracts.tenants;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** The logo of the tenant at work. */
@ApplicationScoped
class LogoRepository implements PanacheRepositoryBase<Logo, UUID> {

    /** Holds the row until the transaction ends. */
    Optional<Logo> locked(UUID tenant) {
        return findByIdOptional(tenant, LockModeType.PESSIMISTIC_WRITE);
    }
}
