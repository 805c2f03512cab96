package dev.remit.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The realm from which a Keycloak is administered, as the server makes it at its first start: without a password policy,
 * protection against guessing, or a record. It is secured once, with the client that the server was bootstrapped with; that
 * client is gone afterwards, and a person remains, who logs in at the console and nowhere else.
 */
final class MasterRealm {
    /** What the server is bootstrapped with. */
    static final String BOOTSTRAP_CLIENT = "remit-bootstrap";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REALM = "/master";
    private static final int YEAR_SECONDS = 31_536_000;

    private static final Map<String, Object> PROTECTION = Map.ofEntries(
            Map.entry("bruteForceProtected", true),
            Map.entry("failureFactor", 5),
            Map.entry("waitIncrementSeconds", 60),
            Map.entry("maxFailureWaitSeconds", 900),
            Map.entry("maxDeltaTimeSeconds", 3600),
            Map.entry(
                    "passwordPolicy",
                    "length(16) and maxLength(128) and notUsername(undefined) and notContainsUsername(undefined)"
                            + " and notEmail(undefined) and passwordBlacklist(common-passwords.txt)"
                            + " and passwordHistory(5)"),
            Map.entry("revokeRefreshToken", true),
            Map.entry("refreshTokenMaxReuse", 0),
            Map.entry("eventsEnabled", true),
            Map.entry("eventsExpiration", YEAR_SECONDS),
            Map.entry("adminEventsEnabled", true),
            Map.entry("adminEventsDetailsEnabled", true),
            Map.entry("attributes", Map.of("adminEventsExpiration", Integer.toString(YEAR_SECONDS))));

    private final String url;
    private final String bootstrapSecret;

    /**
     * @param url of the server, without a path
     * @param bootstrapSecret of {@link #BOOTSTRAP_CLIENT}
     */
    MasterRealm(String url, String bootstrapSecret) {
        this.url = url;
        this.bootstrapSecret = bootstrapSecret;
    }

    /**
     * Secures it, once.
     *
     * @param administrator name of the person who remains
     * @param firstActions what the person must do at the first log-in, by Keycloak's names
     * @return false where it was secured before and nothing was done
     * @throws StackException where it is not secured and cannot be
     */
    boolean secure(String administrator, String password, List<String> firstActions) {
        JsonNode grant = grant(Map.of(
                "grant_type", "client_credentials",
                "client_id", BOOTSTRAP_CLIENT,
                "client_secret", bootstrapSecret));
        if (!grant.has("access_token")) {
            if (takesPasswords()) {
                throw new StackException("The master realm is not secured, and Keycloak does not take the secret of "
                        + BOOTSTRAP_CLIENT + ": " + grant);
            }
            return false;
        }
        KeycloakAdmin admin =
                KeycloakAdmin.withToken(url, grant.path("access_token").asText());
        admin.put(REALM, PROTECTION);
        if (admin.get(REALM + "/users?exact=true&username=" + administrator).isEmpty()) {
            admin.post(REALM + "/users", person(administrator, password, firstActions));
        }
        String id = admin.get(REALM + "/users?exact=true&username=" + administrator)
                .path(0)
                .path("id")
                .asText();
        admin.post(REALM + "/users/" + id + "/role-mappings/realm", List.of(admin.get(REALM + "/roles/admin")));
        admin.changeClient("master", "admin-cli", Map.of("directAccessGrantsEnabled", false, "enabled", false));
        // The last, so that whoever is interrupted before can begin anew.
        admin.delete(REALM + "/clients/"
                + admin.client("master", BOOTSTRAP_CLIENT).path("id").asText());
        return true;
    }

    /** An open door for guessing, which only a secured realm has shut. */
    private boolean takesPasswords() {
        return grant(Map.of("grant_type", "password", "client_id", "admin-cli", "username", "-", "password", "-"))
                .path("error")
                .asText()
                .equals("invalid_grant");
    }

    private JsonNode grant(Map<String, String> form) {
        try {
            HttpResponse<String> answer =
                    Http.postForm(KeycloakAdmin.master(url) + "/protocol/openid-connect/token", form);
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new StackException("Keycloak does not answer at " + url, e);
        }
    }

    private static Map<String, Object> person(String name, String password, List<String> firstActions) {
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("username", name);
        person.put("enabled", true);
        person.put("firstName", "Keycloak");
        person.put("lastName", "Administrator");
        person.put("email", name + "@localhost.localdomain");
        person.put("requiredActions", firstActions);
        person.put("credentials", List.of(Map.of("type", "password", "value", password, "temporary", false)));
        return person;
    }
}
