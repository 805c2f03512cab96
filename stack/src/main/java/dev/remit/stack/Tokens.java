package dev.remit.stack;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Access tokens of a running Keycloak, for the people and clients of one machine. */
final class Tokens {
    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
    private static final long KEPT_NANOS = Duration.ofMinutes(5).toNanos();

    private final String issuer;
    private final Accounts accounts;
    private final Map<String, Issued> issued = new ConcurrentHashMap<>();

    Tokens(String issuer, Accounts accounts) {
        this.issuer = issuer;
        this.accounts = accounts;
    }

    /** @param name a person's or a client's, as no two share one; a token is handed out again for up to 5 minutes */
    String of(String name) {
        Issued token = issued.compute(name, (key, known) -> known != null && known.isFresh() ? known : issue(key));
        return token.token();
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

    String ofClient(String client) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("client_id", client);
        form.put("client_secret", accounts.clientSecret(client));
        return request(client, form);
    }

    private Issued issue(String name) {
        String token = Accounts.isPerson(name) ? ofPerson(name) : ofClient(name);
        return new Issued(token, System.nanoTime());
    }

    private String request(String name, Map<String, String> form) {
        try {
            HttpResponse<String> answer = Http.postForm(issuer + "/protocol/openid-connect/token", form);
            Matcher token = ACCESS_TOKEN.matcher(answer.body());
            if (answer.statusCode() != 200 || !token.find()) {
                throw new StackException("Keycloak gives " + name + " no token: " + answer.body()
                        + "; people of the demo are " + String.join(", ", Accounts.PEOPLE));
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
