package dev.remit.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people may change of their own account in the realm: how they get in, and nothing of who they are. */
class SelfServiceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DOCS = TestKeycloak.GATEWAY + "/docs/oauth2-redirect.html";
    private static final String CONSOLE = "account-console";
    private static IdentityProvider keycloak;
    private static TemporaryPerson person;

    @BeforeAll
    static void start() {
        keycloak = TestKeycloak.shared();
        keycloak.start();
        person = TemporaryPerson.arrive(keycloak);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE_PROFILE", "VERIFY_PROFILE", "UPDATE_EMAIL", "VERIFY_EMAIL", "delete_account"})
    void anApplicationCannotLetPeopleChangeWhoTheyAre(String action) {
        BrowserSession browser = person.loggedInAt("remit-docs", DOCS);
        JsonNode before = person.record();

        BrowserSession.Page page = browser.open("remit-docs", DOCS, action);
        if (page.asksFor("password")) {
            // Some actions want to be sure who it is first.
            page = browser.send(page, Map.of("username", person.name(), "password", TemporaryPerson.PASSWORD));
        }

        assertTrue(page.back().isPresent(), "sent back without a form: " + page.body());
        assertEquals(before, person.record());
    }

    @Test
    void theAccountApiChangesNobodysNameOrAddress() throws IOException {
        String token = account(person);
        ObjectNode profile =
                (ObjectNode) JSON.readTree(call("GET", "", token, null).body());
        JsonNode before = person.record();
        for (Map.Entry<String, String> wish : Map.of(
                        "firstName",
                        "John",
                        "lastName",
                        "Beacon",
                        "email",
                        "e@elsewhere.example",
                        "username",
                        "someone-else")
                .entrySet()) {
            HttpResponse<String> answer = call(
                    "POST",
                    "",
                    token,
                    profile.deepCopy().put(wish.getKey(), wish.getValue()).toString());
            assertEquals(400, answer.statusCode(), wish + ": " + answer.body());
        }
        assertEquals(before, person.record());
    }

    @Test
    void whoeverLogsInIsMetByThePagesOfTheTheme() {
        String page = new BrowserSession(keycloak.issuer())
                .open("remit-docs", DOCS, "")
                .body();
        Matcher style =
                Pattern.compile("href=\"([^\"]*/login/remit/css/remit\\.css)\"").matcher(page);
        assertTrue(style.find(), page);
        URI css = URI.create(keycloak.issuer()).resolve(style.group(1));
        for (URI file : List.of(css, css.resolve("../img/logo.svg"))) {
            assertTrue(Http.isOk(file.toString()), file.toString());
        }
        assertTrue(page.contains(">Remit<"), page);
    }

    @Test
    void noAttributeOfTheProfileIsThePersonsOwnToEdit() {
        JsonNode profile = keycloak.administrator().get("/remit/users/profile");
        List<String> editable = StreamSupport.stream(profile.path("attributes").spliterator(), false)
                .filter(attribute ->
                        attribute.at("/permissions/edit").toString().contains("user"))
                .map(attribute -> attribute.path("name").asText())
                .toList();
        assertEquals(List.of(), editable);
        assertTrue(
                profile.path("attributes").findValuesAsText("name").containsAll(List.of("tenant", "client", "email")));
        assertTrue(profile.path("unmanagedAttributePolicy").isMissingNode());
    }

    @Test
    void everybodySeesTheirSessionsAndCredentialsAndEndsSessions() throws IOException {
        TemporaryPerson other = TemporaryPerson.arrive(keycloak);
        BrowserSession elsewhere = other.loggedInAt("remit-docs", DOCS);
        String token = account(other);

        assertTrue(call("GET", "credentials", token, null).body().contains("\"otp\""));
        JsonNode devices =
                JSON.readTree(call("GET", "sessions/devices", token, null).body());
        assertEquals(2, devices.path(0).path("sessions").size(), devices.toString());

        assertEquals(204, call("DELETE", "sessions", token, null).statusCode());
        assertTrue(elsewhere.open("remit-docs", DOCS, "").asksFor("password"), "the other session is over");
    }

    @Test
    void everybodyChangesThePasswordAndSetsUpASecondFactor() {
        BrowserSession browser = person.loggedInAt("remit-docs", DOCS);
        assertTrue(browser.open("remit-docs", DOCS, "CONFIGURE_TOTP").asksFor("totp"));
        assertTrue(person.loggedInAt("remit-docs", DOCS)
                .open("remit-docs", DOCS, "UPDATE_PASSWORD")
                .asksFor("password-new"));
    }

    @Test
    void anAccountsTokenOpensNothingOfTheApi() throws IOException {
        JsonNode claims =
                JSON.readTree(Base64.getUrlDecoder().decode(account(person).split("\\.")[1]));
        assertEquals("account", claims.path("aud").asText());
        assertFalse(claims.has("roles") || claims.has("tenant"), claims.toString());
        assertEquals(
                "[\"manage-account\"]",
                claims.at("/resource_access/account/roles").toString());
    }

    private static String account(TemporaryPerson who) {
        return new BrowserSession(keycloak.issuer())
                .token(CONSOLE, keycloak.issuer() + "/account/", who.name(), TemporaryPerson.PASSWORD);
    }

    private static HttpResponse<String> call(String method, String path, String token, String body) throws IOException {
        return Http.sendJson(method, keycloak.issuer() + "/account/" + path, token, body);
    }
}
