package dev.remit.contracts.keycloak;

import dev.remit.contracts.keycloak.KeycloakClients.Mapper;
import dev.remit.contracts.keycloak.KeycloakClients.NewClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Makes the clients with which machines log in to Keycloak, and removes them. Not to be called in a transaction. */
@ApplicationScoped
public class MachineLogins {
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final KeycloakClients clients;
    private final Grants grants;

    MachineLogins(@RestClient KeycloakClients clients, Grants grants) {
        this.clients = clients;
        this.grants = grants;
    }

    /**
     * A login of a tenant's machine.
     *
     * @param id by which it is found again
     * @param clientId with which the machine logs in
     * @param connection to which its rights are bound; empty where the role has none of a connection
     */
    public record MachineLogin(
            UUID id, String clientId, String name, UUID tenant, String role, Optional<String> connection) {}

    /**
     * Makes a login, where it is not there, and gives it its role.
     *
     * @return the account's id, which its tokens name
     */
    public String ensure(MachineLogin login) {
        String id = login.id().toString();
        List<Mapper> claims = new ArrayList<>();
        claims.add(Mapper.fixed("tenant", login.tenant().toString()));
        login.connection().ifPresent(connection -> claims.add(Mapper.fixed("connection", connection)));
        KeycloakCalls.doneUnless(
                CONFLICT,
                () -> clients.create(NewClient.machine(id, login.clientId(), login.name(), List.copyOf(claims))));
        String account = KeycloakCalls.answered(() -> clients.account(id)).id();
        grants.giveOnly(account, Set.of(login.role()));
        return account;
    }

    public String secret(UUID id) {
        return KeycloakCalls.answered(() -> clients.secret(id.toString())).value();
    }

    /** Its tokens are worth nothing afterwards. */
    public void remove(UUID id) {
        remove(id.toString());
    }

    void remove(String id) {
        KeycloakCalls.doneUnless(NOT_FOUND, () -> clients.remove(id));
    }
}
