package dev.remit.stack;

import dev.remit.stack.demo.DemoMsp;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Access tokens of a running Keycloak, for the people and clients of one machine. */
final class Tokens {
    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
    private static final long KEPT_NANOS = Duration.ofMinutes(5).toNanos();
    private static final String OF_ACCOUNTS = "keycloak-accounts";

    private final String issuer;
    private final Accounts accounts;
    private final Map<String, Issued> issued = new ConcurrentHashMap<>();

    Tokens(String issuer, Accounts accounts) {
        this.issuer = issuer;
        this.accounts = accounts;
    }

    /** @param name a client's, or else a person's; a token is handed out again for up to 5 minutes */
    String of(String name) {
        return kept(name, () -> accounts.client(name)
                .map(client -> ofClient(client, Map.of()))
                .orElseGet(() -> ofPerson(name)));
    }

    /** Of whoever has the one machine's password. */
    String ofPerson(String user) {
        return request(
                user,
                Map.of(
                        "grant_type", "password",
                        "client_id", "remit-cli",
                        "username", user,
                        "password", Accounts.PEOPLE_PASSWORD,
                        "scope", "openid"));
    }

    /** @param name a service's, or that under which a machine client's login is kept */
    String ofClient(String name) {
        return ofClient(accounts.requireClient(name), Map.of());
    }

    /** Keycloak's admin API, as far as accounts of the realm go. */
    KeycloakAdmin ofAccounts() {
        String token = kept(
                OF_ACCOUNTS, () -> ofClient(accounts.requireClient(Accounts.CONTRACTS), Map.of("scope", OF_ACCOUNTS)));
        return KeycloakAdmin.withToken(issuer.replaceFirst("/realms/.*", ""), token);
    }

    private String ofClient(Accounts.ClientLogin client, Map<String, String> more) {
        Map<String, String> form = new HashMap<>(more);
        form.put("grant_type", "client_credentials");
        form.put("client_id", client.clientId());
        form.put("client_secret", client.secret());
        return request(client.clientId(), form);
    }

    private String kept(String name, Supplier<String> issue) {
        return issued.compute(
                        name,
                        (key, known) ->
                                known != null && known.isFresh() ? known : new Issued(issue.get(), System.nanoTime()))
                .token();
    }

    private String request(String name, Map<String, String> form) {
        try {
            HttpResponse<String> answer = Http.postForm(issuer + "/protocol/openid-connect/token", form);
            Matcher token = ACCESS_TOKEN.matcher(answer.body());
            if (answer.statusCode() != 200 || !token.find()) {
                throw new StackException(
                        "Keycloak gives " + name + " no token: " + answer.body() + "; people of the demo are "
                                + String.join(", ", DemoMsp.everybody()) + " and " + MspMaking.OPERATOR);
            }
            return token.group(1);
        } catch (IOException e) {
            throw new StackException("Keycloak does not answer at " + issuer + ": start it with make up", e);
        }
    }

    private record Issued(String token, long atNanos) {
        boolean isFresh() {
            return System.nanoTime() - atNanos < KEPT_NANOS;
        }
    }
}
