package dev.remit.contracts.keycloak;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.contracts.ContractsTest;
import dev.remit.contracts.RealmDoor;
import dev.remit.contracts.people.NewPeople;
import dev.remit.contracts.tenants.NewTenants;
import dev.remit.kit.testing.TestTokens;
import dev.remit.stack.KeycloakAdmin;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The realm knows of everybody of which MSP they are, so that its pages and mails can say it. */
@QuarkusTest
class MspOrganizationsTest extends ContractsTest {
    @Inject
    OrganizationSettler settler;

    @Inject
    KeycloakWork work;

    private final String owner = "ann-" + UUID.randomUUID();

    @Test
    void whoHasAnAccountIsAMemberOfTheirMsp() {
        UUID tenant = made(owner);
        String invited = invited(tenant);

        assertEquals("[\"Acme IT\"]", organization(tenant).at("/attributes/msp").toString());
        assertEquals(new TreeSet<>(Set.of(owner, invited)), members(tenant));
    }

    @Test
    void twoMspsMayHaveOneName() {
        UUID first = made(owner);
        UUID second = made("bob-" + UUID.randomUUID());
        assertEquals(
                organization(first).path("attributes"), organization(second).path("attributes"));
        assertEquals(1, members(first).size());
        assertEquals(1, members(second).size());
    }

    @Test
    void whoWasThereBeforeBecomesAMember() {
        UUID tenant = made(owner);
        String invited = invited(tenant);
        keycloak()
                .delete("/remit/organizations/"
                        + organization(tenant).path("id").asText());
        assertFalse(isThere(tenant));

        settler.lookForThoseOfBefore();
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            work.doWhatIsDue();
            return isThere(tenant) && members(tenant).equals(new TreeSet<>(Set.of(owner, invited)));
        });
    }

    private static UUID made(String owner) {
        return UUID.fromString(
                once(given().auth().oauth2(TestTokens.as("operator").token()), NewTenants.body(owner, Map.of()))
                        .post(API + "/tenants")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("tenant.id"));
    }

    private static String invited(UUID tenant) {
        return NewPeople.invite(tenant).then().statusCode(201).extract().path("person.login");
    }

    private static boolean isThere(UUID tenant) {
        return !keycloak().get("/remit/organizations?q=alias:" + tenant).isEmpty();
    }

    private static JsonNode organization(UUID tenant) {
        JsonNode found = keycloak().get("/remit/organizations?briefRepresentation=false&q=alias:" + tenant);
        assertEquals(1, found.size());
        return found.path(0);
    }

    private static Set<String> members(UUID tenant) {
        List<String> names = keycloak()
                .get("/remit/organizations/" + organization(tenant).path("id").asText() + "/members")
                .findValuesAsText("username");
        return new TreeSet<>(names);
    }

    private static KeycloakAdmin keycloak() {
        return RealmDoor.keycloak().administrator();
    }
}
