package dev.remit.journeys;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.stack.KeycloakAdmin;
import dev.remit.stack.Stack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever is disabled or logged out is refused within five seconds, long before the access token would have expired. */
class RevokedAccess {

    private static final String TENANT = UUID.randomUUID().toString();
    private static final String PASSWORD = "violet-harbour-38";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static Stack stack;

    @BeforeAll
    static void start() {
        stack = JourneyStack.shared();
    }

    @Test
    void aDisabledPersonIsRefused() throws Exception {
        String person = person();
        String token = token(person);
        assertEquals(200, ask(token));

        KeycloakAdmin admin = stack.keycloakAdmin();
        admin.put("/remit/users/" + claims(token).path("sub").asText(), Map.of("enabled", false));

        refusedInTime(token);
    }

    @Test
    void aSessionThatWasEndedIsRefusedAndThePersonsOtherOneIsNot() throws Exception {
        String person = person();
        String token = token(person);
        String other = token(person);
        assertEquals(200, ask(token));

        stack.keycloakAdmin()
                .delete("/remit/sessions/" + claims(token).path("sid").asText());

        refusedInTime(token);
        assertEquals(200, ask(other));
    }

    @Test
    void aDisabledMachineClientIsRefused() throws Exception {
        String client = "leaving-" + UUID.randomUUID();
        KeycloakAdmin admin = stack.keycloakAdmin();
        admin.post("/remit/clients", machine(client));
        JsonNode account = admin.get("/remit/users?exact=true&username=service-account-" + client)
                .path(0);
        admin.post(
                "/remit/users/" + account.path("id").asText() + "/role-mappings/realm",
                List.of(admin.get("/remit/roles/integrator")));
        String token =
                grant(Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", PASSWORD));
        assertEquals(200, ask(token));

        admin.changeClient("remit", client, Map.of("enabled", false));

        refusedInTime(token);
    }

    private static void refusedInTime(String token) throws IOException {
        long left = claims(token).path("exp").asLong() - System.currentTimeMillis() / 1000;
        assertTrue(left > 60, "the token itself is good for long: " + left);
        await().atMost(5, SECONDS).until(() -> ask(token) == 401);
    }

    private static String person() {
        String name = "leaver-" + UUID.randomUUID();
        KeycloakAdmin admin = stack.keycloakAdmin();
        admin.post(
                "/remit/users",
                Map.of(
                        "username",
                        name,
                        "enabled",
                        true,
                        "firstName",
                        "Lea",
                        "lastName",
                        "Ver",
                        "email",
                        name + "@beacon-it.example",
                        "attributes",
                        Map.of("tenant", List.of(TENANT)),
                        "credentials",
                        List.of(Map.of("type", "password", "value", PASSWORD))));
        String id = admin.get("/remit/users?exact=true&username=" + name)
                .path(0)
                .path("id")
                .asText();
        admin.post("/remit/users/" + id + "/role-mappings/realm", List.of(admin.get("/remit/roles/service-desk")));
        return name;
    }

    private static Map<String, Object> machine(String client) {
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
                                                "claim.value", TENANT,
                                                "jsonType.label", "String",
                                                "access.token.claim", "true"))));
    }

    private static String token(String person) throws Exception {
        return grant(
                Map.of("grant_type", "password", "client_id", "remit-cli", "username", person, "password", PASSWORD));
    }

    private static String grant(Map<String, String> form) throws Exception {
        StringBuilder fields = new StringBuilder();
        form.forEach(
                (name, value) -> fields.append(name).append('=').append(value).append('&'));
        HttpRequest request = HttpRequest.newBuilder(URI.create(stack.issuer() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields.toString()))
                .build();
        String answer = HTTP.send(request, BodyHandlers.ofString()).body();
        String token = JSON.readTree(answer).path("access_token").asText();
        assertTrue(!token.isEmpty(), answer);
        return token;
    }

    private static int ask(String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(stack.gatewayUrl() + "/api/tickets/v1/tickets?limit=1"))
                .header("Authorization", "Bearer " + token)
                .build();
        return HTTP.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static JsonNode claims(String token) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
