package dev.remit.stack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.stack.demo.DemoMsp;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** With what people, services and machine clients log in on one machine. */
final class Accounts {
    /** Everybody's, on one machine only: it is printed at every start. */
    static final String PEOPLE_PASSWORD = "remit-one-machine";
    /** In whose name the gateway asks whether a token is still good. */
    static final String GATEWAY = "remit-api";
    /** Who makes accounts in the realm. */
    static final String CONTRACTS = "contracts-service";

    private static final List<String> SERVICES =
            List.of(CONTRACTS, "tickets-service", "billing-service", "notifications-service");

    private final SecretFile realm;
    private final SecretFile machines;

    /**
     * @param realm has what the realm was imported with
     * @param machines keeps what the API shows of machine clients once
     */
    Accounts(SecretFile realm, SecretFile machines) {
        this.realm = realm;
        this.machines = machines;
    }

    /** With what a client gets tokens. */
    record ClientLogin(String clientId, String secret) {}

    /** Those with machine clients that another file keeps. */
    Accounts withMachines(SecretFile file) {
        return new Accounts(realm, file);
    }

    /** The secret of a service, or of the gateway's client. */
    String clientSecret(String name) {
        if (!SERVICES.contains(name) && !name.equals(GATEWAY)) {
            throw new StackException("No service is called " + name);
        }
        return realm.secret(name);
    }

    /** A service, or a machine client by the name under which it was kept; empty where it can only be a person. */
    Optional<ClientLogin> client(String name) {
        if (SERVICES.contains(name)) {
            return Optional.of(new ClientLogin(name, clientSecret(name)));
        }
        return machines.find(clientId(name)).map(id -> new ClientLogin(id, machines.secret(clientSecretOf(name))));
    }

    /** @throws StackException where there is none */
    ClientLogin requireClient(String name) {
        return client(name)
                .orElseThrow(() -> new StackException("No machine client is called " + name + "; there are "
                        + String.join(", ", DemoMsp.allMachineClients())));
    }

    /**
     * Keeps how a machine client gets its tokens.
     *
     * @param shown as the API shows it once; if it shows it no more, it must have been kept before
     */
    void keep(String name, JsonNode shown) {
        if (shown.hasNonNull("clientSecret")) {
            machines.keep(clientSecretOf(name), shown.path("clientSecret").asText());
            machines.keep(clientId(name), shown.path("clientId").asText());
        } else if (machines.find(clientId(name)).isEmpty()) {
            throw new StackException("The secret of " + name + " was shown before and not kept: make reset");
        }
    }

    private static String clientId(String name) {
        return name + ".client-id";
    }

    private static String clientSecretOf(String name) {
        return name + ".client-secret";
    }

    /**
     * What the realm files' placeholders stand for.
     *
     * @param gateway address by which browsers reach the gateway's pages, without a path
     */
    Map<String, String> placeholders(String gateway) {
        Map<String, String> values = new TreeMap<>();
        values.put("REMIT_DOCS_URL", gateway);
        values.put("REMIT_DOCS_ORIGIN", gateway);
        values.put("REMIT_GATEWAY_CLIENT_SECRET", clientSecret(GATEWAY));
        values.put("REMIT_CLI_ENABLED", "true");
        values.put("REMIT_PEOPLE_PASSWORD", PEOPLE_PASSWORD);
        SERVICES.forEach(service -> values.put(placeholder(service), clientSecret(service)));
        return values;
    }

    private static String placeholder(String client) {
        return "REMIT_" + client.replace('-', '_').toUpperCase(Locale.ROOT) + "_SECRET";
    }
}
