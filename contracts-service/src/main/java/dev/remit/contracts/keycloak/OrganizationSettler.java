package dev.remit.contracts.keycloak;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Makes an MSP's organization what it is to be, and everybody a member whose account is the MSP's. */
@ApplicationScoped
class OrganizationSettler implements KeycloakWork.Settler {
    private final MspOrganizations organizations;
    private final Accounts accounts;
    private final KeycloakWork work;

    OrganizationSettler(MspOrganizations organizations, Accounts accounts, KeycloakWork work) {
        this.organizations = organizations;
        this.accounts = accounts;
        this.work = work;
    }

    @Override
    public KeycloakWork.Kind kind() {
        return KeycloakWork.Kind.ORGANIZATION;
    }

    @Override
    public Optional<Instant> settle(UUID tenant, UUID id) {
        organizations.settle(tenant, accounts.of(tenant));
        return Optional.empty();
    }

    /** Those that were made before their accounts were members of anything. */
    @Scheduled(every = "{remit.keycloak.organizations}", delayed = "15s", identity = "organizations")
    void lookForThoseOfBefore() {
        work.askOnceForEachMsp(KeycloakWork.Kind.ORGANIZATION);
    }
}
