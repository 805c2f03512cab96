package dev.remit.contracts.keycloak;

import dev.remit.contracts.keycloak.KeycloakUsers.User;
import dev.remit.kit.tenantdata.ErasedElsewhere;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** People's accounts in the realm go with their tenant, whoever made them. */
@ApplicationScoped
class ErasedAccounts implements ErasedElsewhere {
    private static final int AT_ONCE = 100;

    private final KeycloakUsers users;
    private final Accounts accounts;

    ErasedAccounts(@RestClient KeycloakUsers users, Accounts accounts) {
        this.users = users;
        this.accounts = accounts;
    }

    @Override
    public String kind() {
        return "account";
    }

    @Override
    public long erase(UUID tenant) {
        long erased = 0;
        for (List<User> next = next(tenant); !next.isEmpty(); next = next(tenant)) {
            next.forEach(user -> accounts.remove(user.id()));
            erased += next.size();
        }
        return erased;
    }

    private List<User> next(UUID tenant) {
        String id = tenant.toString();
        return KeycloakCalls.answered(() -> users.withAttribute("tenant:" + id, AT_ONCE)).stream()
                .filter(user ->
                        user.attributes().getOrDefault("tenant", List.of()).equals(List.of(id)))
                .toList();
    }
}
