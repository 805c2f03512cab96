package dev.remit.journeys.proof;

import dev.remit.stack.KeycloakAdmin;
import dev.remit.stack.Stack;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** People and machines of a tenant as somebody makes them in Keycloak's console: Remit has no list of them. */
public final class ConsoleAccounts {
    public static final String PASSWORD = "violet-harbour-38";

    private final Stack stack;
    private final String tenant;

    public ConsoleAccounts(Stack stack, String tenant) {
        this.stack = stack;
        this.tenant = tenant;
    }

    /** @return the name of somebody with this role and no other */
    public String person(String role) {
        String name = "somebody-" + UUID.randomUUID();
        stack.keycloakAdmin().makePerson(name, PASSWORD, Map.of("tenant", List.of(tenant)), role);
        return name;
    }

    /** @return the id of a client whose tokens have this role and no other */
    public String machine(String role) {
        String client = "machine-" + UUID.randomUUID();
        KeycloakAdmin admin = stack.keycloakAdmin();
        admin.post("/remit/clients", client(client));
        admin.giveRole("service-account-" + client, role);
        return client;
    }

    /** @return an access token of somebody whose name {@link #person} gave */
    public String tokenOf(String person) {
        return ClientCredentials.token(
                tokenUrl(),
                Map.of("grant_type", "password", "client_id", "remit-cli", "username", person, "password", PASSWORD));
    }

    /** @return an access token of a client whose id {@link #machine} gave */
    public String tokenOfMachine(String client) {
        return ClientCredentials.token(tokenUrl(), client, PASSWORD);
    }

    private String tokenUrl() {
        return stack.issuer() + "/protocol/openid-connect/token";
    }

    private Map<String, Object> client(String client) {
        return Map.of(
                "clientId", client,
                "enabled", true,
                "publicClient", false,
                "secret", PASSWORD,
                "serviceAccountsEnabled", true,
                "standardFlowEnabled", false,
                "directAccessGrantsEnabled", false,
                "protocolMappers",
                        List.of(Map.of(
                                "name", "tenant",
                                "protocol", "openid-connect",
                                "protocolMapper", "oidc-hardcoded-claim-mapper",
                                "config",
                                        Map.of(
                                                "claim.name", "tenant",
                                                "claim.value", tenant,
                                                "jsonType.label", "String",
                                                "access.token.claim", "true"))));
    }
}
