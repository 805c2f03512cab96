package dev.remit.contracts.keycloak;

import dev.remit.kit.tenantdata.ErasedElsewhere;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What the realm calls an MSP goes with it. */
@ApplicationScoped
class ErasedOrganization implements ErasedElsewhere {
    private final MspOrganizations organizations;

    ErasedOrganization(MspOrganizations organizations) {
        this.organizations = organizations;
    }

    @Override
    public String kind() {
        return "organization";
    }

    @Override
    public long erase(UUID tenant) {
        return organizations.remove(tenant) ? 1 : 0;
    }
}
