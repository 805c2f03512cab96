package dev.remit.journeys;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.journeys.proof.ConsoleAccounts;
import dev.remit.stack.KeycloakAdmin;
import dev.remit.stack.Stack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever is disabled or logged out is refused within five seconds, long before the access token would have expired. */
class RevokedAccess {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static Stack stack;
    private static ConsoleAccounts accounts;

    @BeforeAll
    static void start() {
        stack = JourneyStack.shared();
        accounts = new ConsoleAccounts(stack, UUID.randomUUID().toString());
    }

    @Test
    void aDisabledPersonIsRefused() throws Exception {
        String person = accounts.person("service-desk");
        String token = accounts.tokenOf(person);
        assertEquals(200, ask(token));

        KeycloakAdmin admin = stack.keycloakAdmin();
        admin.put("/remit/users/" + claims(token).path("sub").asText(), Map.of("enabled", false));

        refusedInTime(token);
    }

    @Test
    void aSessionThatWasEndedIsRefusedAndThePersonsOtherOneIsNot() throws Exception {
        String person = accounts.person("service-desk");
        String token = accounts.tokenOf(person);
        String other = accounts.tokenOf(person);
        assertEquals(200, ask(token));

        stack.keycloakAdmin()
                .delete("/remit/sessions/" + claims(token).path("sid").asText());

        refusedInTime(token);
        assertEquals(200, ask(other));
    }

    @Test
    void aDisabledMachineClientIsRefused() throws Exception {
        String client = accounts.machine("integrator");
        String token = accounts.tokenOfMachine(client);
        assertEquals(200, ask(token));

        stack.keycloakAdmin().changeClient("remit", client, Map.of("enabled", false));

        refusedInTime(token);
    }

    private static void refusedInTime(String token) throws IOException {
        long left = claims(token).path("exp").asLong() - System.currentTimeMillis() / 1000;
        assertTrue(left > 60, "the token itself is good for long: " + left);
        await().atMost(5, SECONDS).until(() -> ask(token) == 401);
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
