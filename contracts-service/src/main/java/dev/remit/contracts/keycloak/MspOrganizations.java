package dev.remit.contracts.keycloak;

import dev.remit.contracts.keycloak.KeycloakOrganizations.Organization;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Each MSP is an organization of the realm, and whoever has an account of it is a member: so that Keycloak's pages and mails
 * say whose they are. Tokens say nothing of it. Not to be called in a transaction.
 */
@ApplicationScoped
class MspOrganizations {
    /** The attribute with what pages and mails call it; the organization's own name has the tenant's id in it to be unique. */
    private static final String NAME = "msp";

    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;

    private final KeycloakOrganizations organizations;
    private final MspNames names;

    MspOrganizations(@RestClient KeycloakOrganizations organizations, MspNames names) {
        this.organizations = organizations;
        this.names = names;
    }

    /** Makes the account a member of its MSP, whose organization is made where it is not there. */
    void join(UUID tenant, String account) {
        ensure(tenant).ifPresent(id -> join(id, account));
    }

    private void join(String id, String account) {
        KeycloakCalls.doneUnless(CONFLICT, () -> organizations.join(id, account));
    }

    /** Makes all these accounts members of their MSP, and the organization what it is to be. */
    void settle(UUID tenant, List<String> accounts) {
        ensure(tenant).ifPresent(id -> accounts.forEach(account -> join(id, account)));
    }

    /** @return its id */
    private Optional<String> ensure(UUID tenant) {
        return find(tenant).or(() -> names.nameOf(tenant).flatMap(name -> {
            KeycloakCalls.doneUnless(CONFLICT, () -> organizations.create(wanted(tenant, name)));
            return find(tenant);
        }));
    }

    private static Organization wanted(UUID tenant, String name) {
        return new Organization(
                null, "%s (%s)".formatted(name, tenant), tenant.toString(), true, Map.of(NAME, List.of(name)));
    }

    private Optional<String> find(UUID tenant) {
        return KeycloakCalls.answered(() -> organizations.with("alias:" + tenant)).stream()
                .map(Organization::id)
                .findFirst();
    }

    /** Whether there was one. */
    boolean remove(UUID tenant) {
        Optional<String> found = find(tenant);
        found.ifPresent(id -> KeycloakCalls.doneUnless(NOT_FOUND, () -> organizations.remove(id)));
        return found.isPresent();
    }
}
