package dev.remit.stack;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Who can log in on one machine, and with what: the people and the machine clients of the realm. */
final class Accounts {
    /** Everybody's, on one machine only: it is printed at every start. */
    static final String PEOPLE_PASSWORD = "remit-one-machine";

    static final List<String> PEOPLE = List.of(
            "owner",
            "desk",
            "tech",
            "finance",
            "partner",
            "auditor",
            "priya",
            "tama",
            "naomi",
            "marcus",
            "other-owner",
            "other-desk",
            "other-partner",
            "operator");
    static final List<String> CLIENTS =
            List.of("psa-sync", "finance-pull", "integrator", "other-psa-sync", "other-finance-pull");
    /** In whose name the gateway asks whether a token is still good. */
    static final String GATEWAY = "remit-api";

    private static final List<String> SERVICES = List.of("contracts-service", "tickets-service", "billing-service");

    private final SecretFile secrets;

    Accounts(SecretFile secrets) {
        this.secrets = secrets;
    }

    /** What the copy of an account is called that a tenant of the journeys has. */
    static String copy(String original, String tenant) {
        return original + "." + tenant;
    }

    private static String original(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** Whether it is a person's name, or that of a copy; else it can only be a client's. */
    static boolean isPerson(String name) {
        return PEOPLE.contains(original(name));
    }

    /** A client's secret; that of a copy is its original's. */
    String clientSecret(String name) {
        String client = original(name);
        if (!CLIENTS.contains(client) && !SERVICES.contains(client) && !client.equals(GATEWAY)) {
            throw new StackException("No client is called " + name + "; there are " + String.join(", ", CLIENTS));
        }
        return secrets.secret(client);
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
        CLIENTS.forEach(client -> values.put(placeholder(client), clientSecret(client)));
        SERVICES.forEach(service -> values.put(placeholder(service), clientSecret(service)));
        return values;
    }

    private static String placeholder(String client) {
        return "REMIT_" + client.replace('-', '_').toUpperCase(Locale.ROOT) + "_SECRET";
    }
}
