package dev.remit.contracts.machines;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.contracts.ContractsTest;
import dev.remit.contracts.RealmDoor;
import dev.remit.contracts.Told;
import dev.remit.contracts.keycloak.KeycloakWork;
import dev.remit.kit.feed.Feed;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class MachineClientsTest extends ContractsTest {
    private static final String MACHINES = API + "/machine-clients";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    KeycloakWork work;

    @Inject
    Feed feed;

    @Inject
    Tenancy tenancy;

    private final UUID tenant = TestTenants.fresh();

    @AfterEach
    void openTheDoor() {
        RealmDoor.set(RealmDoor.State.OPEN);
    }

    @Test
    void oneIsMadeAndItsTokensNameItsRightsAndNoMore() throws IOException {
        Response made = NewMachines.make(tenant);
        made.then()
                .statusCode(201)
                .body("machineClient.state", equalTo("ACTIVE"))
                .body("machineClient.connection", equalTo("cw"))
                .body("machineClient.credentials.state", contains("VALID"))
                .body("secret.clientId", equalTo(made.path("machineClient.credentials[0].clientId")))
                .header("Location", equalTo(MACHINES + "/" + id(made)));

        JsonNode claims = claims(token(made).path("access_token"));

        assertEquals(tenant.toString(), claims.path("tenant").asText());
        assertEquals("cw", claims.path("connection").asText());
        assertEquals("[\"psa-sync\"]", claims.path("roles").toString());
        owner(tenant).get(MACHINES).then().body("items.id", contains(id(made)));
        owner(tenant).get(MACHINES + "/" + id(made)).then().body("name", equalTo(made.path("machineClient.name")));
        owner(TestTenants.fresh()).get(MACHINES + "/" + id(made)).then().statusCode(404);
        assertFalse(owner(tenant)
                .get(API + "/audit")
                .asString()
                .contains(made.path("secret.clientSecret").toString()));
    }

    @Test
    void theSameRequestMakesNothingMoreAndShowsTheSameSecret() {
        String key = UUID.randomUUID().toString();
        String body = NewMachines.sync();
        Response first = keyed(key, body).post(MACHINES);
        Response again = keyed(key, body).post(MACHINES);
        again.then().statusCode(201).header("Idempotent-Replayed", equalTo("true"));
        assertEquals(first.asString(), again.asString());
        keyed(key, NewMachines.sync()).post(MACHINES).then().statusCode(422);
        owner(tenant).get(MACHINES).then().body("items.size()", equalTo(1));
        keyed(UUID.randomUUID().toString(), body)
                .post(MACHINES)
                .then()
                .statusCode(409)
                .body("errors.field", contains("name"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"x\",\"role\":\"PSA_SYNC\"}",
                "{\"name\":\"x\",\"role\":\"FINANCE_PULL\",\"connection\":\"cw\"}"
            })
    void onlyASyncClientIsOfAConnection(String body) {
        keyed(UUID.randomUUID().toString(), body)
                .post(MACHINES)
                .then()
                .statusCode(400)
                .body("errors.field", contains("connection"));
    }

    @Test
    void twoSecretsAreGoodForAnOverlap() {
        Response made = NewMachines.make(tenant);
        Response rotated = rotate(made, "{\"overlapMinutes\":60}");
        rotated.then()
                .statusCode(201)
                .body("machineClient.credentials.state", contains("VALID", "VALID"))
                .body("machineClient.credentials[0].endsAt", notNullValue())
                .body("machineClient.credentials[1].endsAt", nullValue());
        assertNotEquals(made.<String>path("secret.clientSecret"), rotated.path("secret.clientSecret"));
        token(made).then().statusCode(200);
        token(rotated).then().statusCode(200);
        rotate(made, "{}").then().statusCode(409);

        end(made).then().statusCode(200).body("credentials.state", contains("ENDED", "VALID"));

        token(made).then().statusCode(401);
        token(rotated).then().statusCode(200);
        rotate(made, "{\"overlapMinutes\":0}")
                .then()
                .statusCode(201)
                .body("machineClient.credentials.state", contains("ENDED", "ENDED", "VALID"));
        work.doWhatIsDue();
        token(rotated).then().statusCode(401);
    }

    @Test
    void aRevokedOneGetsNoTokensAndTheOtherServicesAreTold() throws IOException {
        Response made = NewMachines.make(tenant);
        String subject = claims(token(made).path("access_token")).path("sub").asText();
        owner(tenant)
                .post(MACHINES + "/" + id(made) + "/revoke")
                .then()
                .statusCode(200)
                .body("state", equalTo("REVOKED"))
                .body("credentials.state", contains("ENDED"));
        token(made).then().statusCode(401);
        rotate(made, "{}").then().statusCode(409);
        Told.awaitAccount(tenancy, feed, tenant, subject, false);
    }

    @Test
    void whatEndsWhileKeycloakIsAwayIsRemovedAsSoonAsItIsBack() {
        Response made = NewMachines.make(tenant);
        RealmDoor.set(RealmDoor.State.SHUT);
        end(made).then().statusCode(200).body("credentials.state", contains("ENDED"));
        token(made).then().statusCode(200);
        work.doWhatIsDue();
        RealmDoor.set(RealmDoor.State.OPEN);
        work.doWhatIsDue();
        token(made).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHUT", "ANSWERS_LOST"})
    void whatBreaksOffIsGoneOnWith(String how) {
        String key = UUID.randomUUID().toString();
        String body = NewMachines.sync();
        RealmDoor.set(RealmDoor.State.valueOf(how));
        keyed(key, body).post(MACHINES).then().statusCode(503);
        owner(tenant).get(MACHINES).then().body("items[0].credentials.state", contains("PREPARING"));
        RealmDoor.set(RealmDoor.State.OPEN);
        Response made = keyed(key, body).post(MACHINES);
        made.then().statusCode(201).body("machineClient.credentials.state", contains("VALID"));
        token(made).then().statusCode(200);
        owner(tenant).get(MACHINES).then().body("items.size()", equalTo(1));
    }

    private Response rotate(Response made, String body) {
        return keyed(UUID.randomUUID().toString(), body).post(MACHINES + "/" + id(made) + "/rotate");
    }

    private Response end(Response made) {
        return owner(tenant)
                .post(MACHINES + "/" + id(made) + "/credentials/" + made.path("machineClient.credentials[0].id")
                        + "/end");
    }

    private RequestSpecification keyed(String key, String body) {
        return owner(tenant)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body);
    }

    private static String id(Response made) {
        return made.path("machineClient.id");
    }

    private static Response token(Response made) {
        return given().formParam("grant_type", "client_credentials")
                .formParam("client_id", made.<String>path("secret.clientId"))
                .formParam("client_secret", made.<String>path("secret.clientSecret"))
                .post(RealmDoor.keycloak().issuer() + "/protocol/openid-connect/token");
    }

    private static JsonNode claims(String token) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
