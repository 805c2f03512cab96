package dev.remit.kit.tenancy;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/** The tenant that background work set for its own request context. */
@RequestScoped
class TenantOfWork {
    private UUID tenant;

    void begin(UUID tenant) {
        this.tenant = tenant;
    }

    UUID tenant() {
        return tenant;
    }
}
