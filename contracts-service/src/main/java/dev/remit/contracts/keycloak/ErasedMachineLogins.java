package dev.remit.contracts.keycloak;

import dev.remit.contracts.keycloak.KeycloakClients.Client;
import dev.remit.kit.tenantdata.ErasedElsewhere;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Machines' clients in the realm go with their tenant, whoever made them. Keycloak does not search clients by their claims, so
 * all are looked at.
 */
@ApplicationScoped
class ErasedMachineLogins implements ErasedElsewhere {
    private static final int PAGE = 100;

    private final KeycloakClients clients;
    private final MachineLogins logins;

    ErasedMachineLogins(@RestClient KeycloakClients clients, MachineLogins logins) {
        this.clients = clients;
        this.logins = logins;
    }

    @Override
    public String kind() {
        return "machine-login";
    }

    @Override
    public long erase(UUID tenant) {
        List<Client> all = new ArrayList<>();
        List<Client> page;
        do {
            int first = all.size();
            page = KeycloakCalls.answered(() -> clients.page(first, PAGE));
            all.addAll(page);
        } while (page.size() == PAGE);
        List<Client> ofTenant = all.stream()
                .filter(client -> client.names("tenant", tenant.toString()))
                .toList();
        ofTenant.forEach(client -> logins.remove(client.id()));
        return ofTenant.size();
    }
}
