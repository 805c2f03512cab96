package dev.remit.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealmTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String PKCE =
            "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256";
    private static IdentityProvider keycloak;
    private static Accounts accounts;
    private static Tokens tokens;

    @BeforeAll
    static void start() {
        keycloak = TestKeycloak.shared();
        keycloak.start();
        accounts = keycloak.accounts();
        tokens = keycloak.tokens();
    }

    @Test
    void shipsNobodyOfATenant() throws IOException {
        for (Path file : RealmFiles.ofOneMachine().files()) {
            JsonNode realm = JSON.readTree(file.toFile());
            for (JsonNode user : realm.path("users")) {
                String who = user.path("username").asText();
                assertTrue(
                        who.equals("operator")
                                || who.matches("service-account-(contracts|tickets|billing|notifications)-service"),
                        who);
                assertFalse(user.has("attributes"), who);
            }
            for (JsonNode client : realm.path("clients")) {
                assertFalse(client.toString().contains("oidc-hardcoded-claim-mapper"), client.toString());
            }
        }
    }

    @Test
    void givesPeopleTheirClaims() throws IOException {
        TemporaryPerson person = TemporaryPerson.arrive(keycloak);
        JsonNode claims = claims(TemporaryPerson.json(person.grant(TemporaryPerson.PASSWORD))
                .path("access_token")
                .asText());
        assertEquals(keycloak.issuer(), claims.path("iss").asText());
        assertEquals(List.of("remit-api"), texts(claims.path("aud")));
        assertTrue(texts(claims.path("roles")).contains("technician"), claims.toString());
        assertEquals(TemporaryPerson.TENANT, claims.path("tenant").asText());
        assertEquals("whitfield-crane", claims.path("client").asText());
        assertEquals(person.name(), claims.path("preferred_username").asText());
        assertEquals("Nora Field", claims.path("name").asText());
        assertEquals(person.name() + "@beacon-it.example", claims.path("email").asText());
        assertTrue(claims.path("exp").asLong() - claims.path("iat").asLong() >= 900);
    }

    @ParameterizedTest
    @ValueSource(strings = {"contracts-service", "tickets-service", "billing-service", "notifications-service"})
    void letsServicesCallEachOtherForNoTenant(String client) throws IOException {
        JsonNode claims = claims(tokens.ofClient(client));
        assertEquals(new TreeSet<>(List.of("remit-api", "remit-internal")), new TreeSet<>(texts(claims.path("aud"))));
        assertEquals(List.of("service"), texts(claims.path("roles")));
        assertFalse(claims.has("tenant"));
    }

    @Test
    void whoRunsTheSuiteBelongsToNoTenant() throws IOException {
        JsonNode claims = claims(tokens.ofPerson("operator"));
        assertEquals(List.of("operator"), texts(claims.path("roles")));
        assertFalse(claims.has("tenant") || claims.has("client"), claims.toString());
    }

    @Test
    void contractsServiceMakesAccountsByTokensForNothingElse() throws IOException {
        assertFalse(claims(tokens.ofClient("contracts-service")).has("resource_access"));
        Map<String, String> form = Map.of(
                "grant_type", "client_credentials",
                "client_id", "contracts-service",
                "client_secret", accounts.clientSecret("contracts-service"),
                "scope", "keycloak-accounts");
        String token = JSON.readTree(Http.postForm(keycloak.issuer() + "/protocol/openid-connect/token", form)
                        .body())
                .path("access_token")
                .asText();
        assertEquals(
                new TreeSet<>(List.of(
                        "manage-clients",
                        "manage-organizations",
                        "manage-users",
                        "query-groups",
                        "query-users",
                        "view-users")),
                new TreeSet<>(texts(claims(token).at("/resource_access/realm-management/roles"))));
    }

    @Test
    void keepsTheSameSubjectsFromOneImportToTheNext() throws IOException {
        assertEquals(
                "0198c0de-0200-7000-8000-000000000014",
                claims(tokens.ofPerson("operator")).path("sub").asText());
    }

    @Test
    void refusesAWrongPasswordAndASecretOfTheWrongMachine() throws IOException {
        String url = keycloak.issuer() + "/protocol/openid-connect/token";
        Map<String, String> person =
                Map.of("grant_type", "password", "client_id", "remit-cli", "username", "operator", "password", "wrong");
        assertEquals(
                "invalid_grant",
                JSON.readTree(Http.postForm(url, person).body()).path("error").asText());
        Map<String, String> machine = Map.of(
                "grant_type", "client_credentials",
                "client_id", "tickets-service",
                "client_secret", accounts.clientSecret("billing-service"));
        assertEquals(401, Http.postForm(url, machine).statusCode());
        assertThrows(StackException.class, () -> tokens.ofPerson("nobody"));
    }

    @Test
    void lendsTheDocsPageALoginAtTheGatewaysAddressOnly() throws IOException, InterruptedException {
        assertEquals(200, login("http%3A%2F%2Flocalhost%3A8080%2Fdocs%2Foauth2-redirect.html", PKCE));
        assertEquals(400, login("http%3A%2F%2Flocalhost%3A8081%2Fdocs%2Foauth2-redirect.html", PKCE));
        assertEquals(400, login("http%3A%2F%2Fevil.example%2Fdocs%2Foauth2-redirect.html", PKCE));
        assertEquals(302, login("http%3A%2F%2Flocalhost%3A8080%2Fdocs%2Foauth2-redirect.html", ""));
    }

    private static int login(String redirect, String pkce) throws IOException, InterruptedException {
        String url = keycloak.issuer() + "/protocol/openid-connect/auth?client_id=remit-docs&response_type=code"
                + "&scope=openid&redirect_uri=" + redirect + pkce;
        return CLIENT.send(HttpRequest.newBuilder(URI.create(url)).GET().build(), BodyHandlers.ofString())
                .statusCode();
    }

    private static JsonNode claims(String token) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private static List<String> texts(JsonNode node) {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of(node.asText());
    }
}
