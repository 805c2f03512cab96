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
            "other-owner",
            "other-desk",
            "other-partner");
    static final List<String> CLIENTS =
            List.of("psa-sync", "finance-pull", "integrator", "other-psa-sync", "other-finance-pull");
    private static final List<String> SERVICES = List.of("contracts-service", "tickets-service", "billing-service");

    private final SecretFile secrets;

    Accounts(SecretFile secrets) {
        this.secrets = secrets;
    }

    String clientSecret(String client) {
        if (!CLIENTS.contains(client) && !SERVICES.contains(client)) {
            throw new StackException("No client is called " + client + "; there are " + String.join(", ", CLIENTS));
        }
        return secrets.secret(client);
    }

    /** What the realm files' placeholders stand for. The docs page may sit on any port of this machine. */
    Map<String, String> placeholders() {
        Map<String, String> values = new TreeMap<>();
        values.put("REMIT_DOCS_URL", "http://localhost");
        values.put("REMIT_DOCS_ORIGIN", "*");
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
