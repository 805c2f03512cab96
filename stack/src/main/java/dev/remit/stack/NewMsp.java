package dev.remit.stack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.stack.demo.RemitApi;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes an MSP in a running stack of one machine. Its owner has the password that everybody has there, and what is asked of
 * others at their first log-in is left out, so that {@code make token} works for them.
 */
final class NewMsp {
    private static final String OPERATOR = "operator";

    private final RunningStack running;
    private final SecretFile secrets;

    NewMsp(RunningStack running, SecretFile secrets) {
        this.running = running;
        this.secrets = secrets;
    }

    /**
     * @param email of the first owner, who also logs in with it
     * @return what to do next, for people to read
     */
    String make(String name, String email) {
        String login = email.toLowerCase(Locale.ROOT);
        Tokens tokens = new Tokens(running.issuer(), new Accounts(secrets));
        RemitApi api = new RemitApi(URI.create(running.gatewayUrl()), tokens::of);
        JsonNode made;
        try {
            made = api.as(OPERATOR).post("/api/contracts/v1/tenants", tenant(name, login));
        } catch (RemitApi.UnexpectedAnswer refused) {
            throw new StackException(refused.getMessage(), refused);
        }
        letIn(login);
        return """
                %1$s is made: tenant %2$s.
                  its owner   %3$s   password: %4$s
                  a token     make token USER=%3$s
                """.formatted(name, made.at("/tenant/id").asText(), login, Accounts.PEOPLE_PASSWORD);
    }

    private static Map<String, Object> tenant(String name, String login) {
        List<String> words = Arrays.stream(login.replaceFirst("@.*", "").split("[^a-z]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .toList();
        String first = words.isEmpty() ? "First" : words.getFirst();
        String last = words.size() < 2 ? "Owner" : words.stream().skip(1).collect(Collectors.joining(" "));
        return Map.of(
                "name",
                name,
                "kind",
                "LIVE_SANDBOX",
                "owner",
                Map.of("login", login, "firstName", first, "lastName", last, "email", login),
                "temporaryPassword",
                Accounts.PEOPLE_PASSWORD);
    }

    private void letIn(String login) {
        String url = running.issuer().replaceFirst("/realms/.*", "");
        KeycloakAdmin.ofPerson(url, IdentityProvider.ADMINISTRATOR, secrets.secret("keycloak-admin"))
                .finishFirstLogIn(login);
    }
}
