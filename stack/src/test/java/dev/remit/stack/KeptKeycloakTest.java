package dev.remit.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On one machine the people whom somebody has made are there after a restart. */
class KeptKeycloakTest {
    private final List<String> told = new CopyOnWriteArrayList<>();

    @Test
    void whoWasMadeIsThereAfterARestart(@TempDir Path folder) throws IOException {
        IdentityProvider first = keycloak(folder, TestKeycloak.GATEWAY);
        TemporaryPerson newcomer;
        try {
            first.start();
            newcomer = TemporaryPerson.arrive(first);
        } finally {
            first.stop();
        }
        IdentityProvider again = keycloak(folder, TestKeycloak.GATEWAY);
        try {
            again.start();
            TemporaryPerson known = new TemporaryPerson(again, newcomer.name(), newcomer.id());
            assertEquals(newcomer.name(), known.record().path("username").asText());
        } finally {
            again.stop();
        }
        assertEquals(List.of(), told);
    }

    @Test
    void whoWasMadeIsThereAfterAChangeOfTheRealm(@TempDir Path folder) throws IOException {
        IdentityProvider first = keycloak(folder, TestKeycloak.GATEWAY);
        TemporaryPerson newcomer;
        try {
            first.start();
            newcomer = TemporaryPerson.arrive(first);
            first.administrator()
                    .put(
                            "/remit",
                            Map.of("displayName", "Ours", "loginTheme", "keycloak", "organizationsEnabled", false));
            first.administrator().delete("/remit/roles/auditor");
            takeAway(first.administrator(), "manage-organizations");
        } finally {
            first.stop();
        }
        for (String update : List.of("first", "second")) {
            IdentityProvider again = keycloak(folder, "http://localhost:7777");
            try {
                again.start();
                TemporaryPerson known = new TemporaryPerson(again, newcomer.name(), newcomer.id());
                assertEquals(200, known.grant(TemporaryPerson.PASSWORD).statusCode(), update);
                KeycloakAdmin admin = again.administrator();
                assertEquals(
                        "[\"http://localhost:7777/docs/*\"]",
                        admin.client("remit", "remit-docs").path("redirectUris").toString());
                assertEquals("remit", admin.get("/remit").path("loginTheme").asText());
                assertEquals(
                        "auditor",
                        admin.get("/remit/roles/auditor").path("name").asText());
                assertEquals(
                        TemporaryPerson.TENANT,
                        again.tokens()
                                .ofAccounts()
                                .get("/remit/organizations?q=alias:" + TemporaryPerson.TENANT)
                                .path(0)
                                .path("alias")
                                .asText());
            } finally {
                again.stop();
            }
        }
        assertEquals(1, told.size(), told.toString());
        assertTrue(told.getFirst().contains("all accounts are as they were"), told.getFirst());
    }

    /** Of what contracts-service may do in Keycloak. */
    private static void takeAway(KeycloakAdmin admin, String role) {
        String service = admin.client("remit", "contracts-service").path("id").asText();
        String account = admin.get("/remit/clients/" + service + "/service-account-user")
                .path("id")
                .asText();
        String management = admin.client("remit", "realm-management").path("id").asText();
        admin.delete(
                "/remit/users/" + account + "/role-mappings/clients/" + management,
                List.of(admin.get("/remit/clients/" + management + "/roles/" + role)));
    }

    /** With the imported realm of the other tests, so that nothing is imported anew. */
    private IdentityProvider keycloak(Path folder, String gateway) {
        Path ofTests = Checkout.state().resolve("keycloak-of-tests");
        return Exclusive.run(
                ofTests.resolve("secrets.lock"),
                () -> new IdentityProvider(
                        folder.resolve("keycloak"),
                        ofTests.resolve("imported"),
                        folder.resolve("keycloak.log"),
                        Ports.free(1).getFirst(),
                        true,
                        gateway,
                        Map.of(),
                        new SecretFile(ofTests.resolve("secrets.properties")),
                        told::add));
    }
}
