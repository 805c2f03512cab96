package dev.remit.kit.tenancy;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/** The tenant that background work set for its own request context, and for whom it does so. */
@RequestScoped
class TenantOfWork {
    private UUID tenant;
    private String connection;

    void begin(UUID tenant, String connection) {
        this.tenant = tenant;
        this.connection = connection;
    }

    UUID tenant() {
        return tenant;
    }

    String connection() {
        return connection;
    }
}
