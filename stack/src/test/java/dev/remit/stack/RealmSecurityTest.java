package dev.remit.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How hard it is to get in as somebody else, and whether it would be noticed. */
class RealmSecurityTest {
    private static final int MONTH_SECONDS = 2_592_000;
    private static IdentityProvider keycloak;

    @BeforeAll
    static void start() {
        keycloak = TestKeycloak.shared();
        keycloak.start();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aaaaaaaaaaaa",
                "password1234",
                "Password1234",
                "123456789012",
                "qwertyuiop12",
                "P@ssw0rd2026",
                "Welcome12345",
                "letmeinletmein",
                "short"
            })
    void refusesAPasswordThatOthersTriedBefore(String password) {
        TemporaryPerson person = TemporaryPerson.arrive(keycloak);
        StackException refusal = assertThrows(StackException.class, () -> setPassword(person, password));
        assertTrue(refusal.getMessage().contains("Invalid password"), refusal.getMessage());
    }

    @Test
    void refusesTheNameTheAddressAndEarlierPasswords() {
        TemporaryPerson person = TemporaryPerson.arrive(keycloak);
        for (String password : List.of(person.name(), person.name() + "-1", person.name() + "@beacon-it.example")) {
            refused(person, password);
        }
        setPassword(person, "amber-lantern-51");
        refused(person, TemporaryPerson.PASSWORD);
        refused(person, "amber-lantern-51");
    }

    @Test
    void theListOfCommonPasswordsIsLongAndInTheFormThatKeycloakReads() throws IOException {
        List<String> list = Files.readAllLines(RealmFiles.commonPasswords());
        assertTrue(list.size() > 10_000, "lines: " + list.size());
        assertEquals(list.size(), Long.valueOf(list.stream().distinct().count()).intValue());
        assertTrue(list.stream().allMatch(line -> line.length() >= 12 && line.equals(line.toLowerCase(Locale.ROOT))));
        assertFalse(list.contains(Accounts.PEOPLE_PASSWORD));
    }

    @Test
    void aRefreshTokenIsGoodForOnce() throws IOException {
        TemporaryPerson person = TemporaryPerson.arrive(keycloak);
        String refresh = TemporaryPerson.json(person.grant(TemporaryPerson.PASSWORD))
                .path("refresh_token")
                .asText();
        assertEquals(200, refresh(refresh));
        assertEquals(400, refresh(refresh));
    }

    @Test
    void whoeverGuessesWaitsAndNobodyIsLockedOutForGood() throws IOException {
        TemporaryPerson person = TemporaryPerson.arrive(keycloak);
        for (int guess = 0; guess < 10; guess++) {
            assertNotEquals(200, person.grant("wrong-" + guess + "-guess").statusCode());
        }
        assertNotEquals(200, person.grant(TemporaryPerson.PASSWORD).statusCode());
        KeycloakAdmin admin = keycloak.administrator();
        assertTrue(admin.get("/remit/attack-detection/brute-force/users/" + person.id())
                .path("disabled")
                .asBoolean());
        JsonNode realm = admin.get("/remit");
        assertEquals(10, realm.path("failureFactor").asInt());
        assertFalse(realm.path("permanentLockout").asBoolean(true));
        assertTrue(realm.path("maxFailureWaitSeconds").asInt() <= 900);
    }

    @Test
    void onlyTheCommandLineOfOneMachineSwapsAPasswordForAToken() {
        KeycloakAdmin admin = keycloak.administrator();
        for (String realm : List.of("remit", "master")) {
            List<String> direct = new ArrayList<>();
            List<String> anyOrigin = new ArrayList<>();
            for (JsonNode client : admin.get("/" + realm + "/clients")) {
                String name = client.path("clientId").asText();
                if (client.path("directAccessGrantsEnabled").asBoolean()) {
                    direct.add(name);
                }
                if (client.path("webOrigins").toString().contains("*")) {
                    anyOrigin.add(name);
                }
            }
            assertEquals(realm.equals("remit") ? List.of("remit-cli") : List.of(), direct, realm);
            assertEquals(List.of(), anyOrigin, realm);
        }
    }

    @Test
    void adminCliIsNoOracleForPasswords() throws IOException {
        TemporaryPerson person = TemporaryPerson.arrive(keycloak);
        for (String realm : List.of("remit", "master")) {
            List<String> answers = new ArrayList<>();
            for (String password : List.of(TemporaryPerson.PASSWORD, "wrong-one-for-sure")) {
                answers.add(TemporaryPerson.json(Http.postForm(
                                keycloak.url() + "/realms/" + realm + "/protocol/openid-connect/token",
                                Map.of(
                                        "grant_type",
                                        "password",
                                        "client_id",
                                        "admin-cli",
                                        "username",
                                        person.name(),
                                        "password",
                                        password)))
                        .path("error")
                        .asText());
            }
            assertEquals(answers.get(0), answers.get(1), realm);
            assertFalse(answers.get(0).isEmpty() || answers.get(0).equals("invalid_grant"), answers.toString());
        }
    }

    @Test
    void logInsAndChangesOfTheRealmAreKept() throws IOException {
        TemporaryPerson person = TemporaryPerson.arrive(keycloak);
        person.grant(TemporaryPerson.PASSWORD);
        person.grant("wrong-one-for-sure");
        KeycloakAdmin admin = keycloak.administrator();
        List<String> events = admin.get("/remit/events?user=" + person.id()).findValuesAsText("type");
        assertTrue(events.containsAll(List.of("LOGIN", "LOGIN_ERROR")), events.toString());
        JsonNode changes = admin.get("/remit/admin-events?resourcePath=users/" + person.id());
        assertTrue(changes.toString().contains("beacon-it.example"), "with what was written: " + changes);
        assertFalse(changes.toString().contains(TemporaryPerson.PASSWORD), "but no password");
        for (String realm : List.of("remit", "master")) {
            JsonNode settings = admin.get("/" + realm);
            assertTrue(settings.path("eventsExpiration").asLong() >= MONTH_SECONDS, realm);
            assertTrue(settings.at("/attributes/adminEventsExpiration").asLong() >= MONTH_SECONDS, realm);
        }
        assertTrue(admin.get("/master/admin-events").size() > 0);
    }

    @Test
    void theMasterRealmIsGuardedAndItsBootstrapGone() {
        KeycloakAdmin admin = keycloak.administrator();
        JsonNode master = admin.get("/master");
        assertTrue(master.path("bruteForceProtected").asBoolean());
        assertTrue(master.path("passwordPolicy").asText().contains("passwordBlacklist(common-passwords.txt)"));
        assertEquals(
                0,
                admin.get("/master/clients?clientId=" + MasterRealm.BOOTSTRAP_CLIENT)
                        .size());
        assertEquals(List.of("admin"), admin.get("/master/users").findValuesAsText("username"));
        assertFalse(new MasterRealm(keycloak.url(), "whatever").secure("other", TemporaryPerson.PASSWORD, List.of()));
        assertEquals(List.of("admin"), admin.get("/master/users").findValuesAsText("username"));
    }

    private static void refused(TemporaryPerson person, String password) {
        assertThrows(StackException.class, () -> setPassword(person, password), password);
    }

    private static void setPassword(TemporaryPerson person, String password) {
        keycloak.administrator()
                .put(
                        "/remit/users/" + person.id() + "/reset-password",
                        Map.of("type", "password", "value", password, "temporary", false));
    }

    private static int refresh(String token) throws IOException {
        return Http.postForm(
                        keycloak.issuer() + "/protocol/openid-connect/token",
                        Map.of("grant_type", "refresh_token", "client_id", "remit-cli", "refresh_token", token))
                .statusCode();
    }
}
