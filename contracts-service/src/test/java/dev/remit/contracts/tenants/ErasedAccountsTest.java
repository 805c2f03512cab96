package dev.remit.contracts.tenants;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.contracts.ContractsTest;
import dev.remit.contracts.RealmDoor;
import dev.remit.contracts.machines.NewMachines;
import dev.remit.contracts.people.NewPeople;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With an MSP go the accounts of its people and machines, and nobody else's. */
@QuarkusTest
class ErasedAccountsTest extends ContractsTest {
    private static final String TENANTS = API + "/tenants";

    @Inject
    Sql sql;

    @AfterEach
    void openTheDoor() {
        RealmDoor.set(RealmDoor.State.OPEN);
    }

    @Test
    void noAccountIsLeftWhateverBrokeOff() {
        UUID leaving = peopled();
        UUID staying = peopled();

        RealmDoor.set(RealmDoor.State.SHUT);
        erase(leaving);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> ownerOnRecord(leaving).isEmpty());
        report(leaving).then().body("state", equalTo("UNDER_WAY"));
        assertEquals(2, people(leaving));
        assertEquals(1, machines(leaving));
        assertEquals(1, organizations(leaving));

        // Keycloak does what it is asked for, and nobody hears of it.
        RealmDoor.set(RealmDoor.State.ANSWERS_LOST);
        await().atMost(Duration.ofSeconds(30)).until(() -> people(leaving) + machines(leaving) < 3);
        RealmDoor.set(RealmDoor.State.OPEN);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> report(leaving).then().body("state", equalTo("DONE")));
        report(leaving).then().body("erased.kind", anyOf(hasItem("account"), hasItem("machine-login")));
        report(leaving).then().body("erased.kind", hasItem("logo"));
        assertEquals(0, people(leaving) + machines(leaving) + organizations(leaving));
        given().get("/logos/" + leaving).then().statusCode(404);
        given().get("/logos/" + staying).then().statusCode(200);
        assertEquals(1, organizations(staying));
        assertEquals(2, people(staying));
        assertEquals(1, machines(staying));
    }

    /** With an owner, a technician, a machine and a logo. */
    private static UUID peopled() {
        UUID tenant = UUID.fromString(once(operator(), NewTenants.body("ann-" + UUID.randomUUID(), Map.of()))
                .post(TENANTS)
                .then()
                .statusCode(201)
                .extract()
                .path("tenant.id"));
        NewPeople.invite(tenant).then().statusCode(201);
        NewMachines.make(tenant).then().statusCode(201);
        owner(tenant)
                .contentType("image/png")
                .body(Pngs.of(64, 64))
                .put(API + "/logo")
                .then()
                .statusCode(200);
        return tenant;
    }

    private static void erase(UUID tenant) {
        for (String step : new String[] {"suspend", "erasure"}) {
            operator()
                    .contentType("application/json")
                    .body(Map.of("reason", "Left"))
                    .post(TENANTS + "/" + tenant + "/" + step)
                    .then()
                    .statusCode(200);
        }
    }

    private Optional<String> ownerOnRecord(UUID tenant) {
        return sql.first("SELECT owner_email FROM tenant WHERE tenant_id = ?", row -> row.text(1), tenant)
                .filter(email -> !email.isEmpty());
    }

    private static Response report(UUID tenant) {
        return operator().get(TENANTS + "/" + tenant + "/erasure");
    }

    private static int people(UUID tenant) {
        return RealmDoor.keycloak()
                .administrator()
                .get("/remit/users?q=tenant:" + tenant)
                .size();
    }

    private static int organizations(UUID tenant) {
        return RealmDoor.keycloak()
                .administrator()
                .get("/remit/organizations?q=alias:" + tenant)
                .size();
    }

    private static long machines(UUID tenant) {
        JsonNode clients = RealmDoor.keycloak().administrator().get("/remit/clients?max=10000");
        return StreamSupport.stream(clients.spliterator(), false)
                .filter(client -> client.path("protocolMappers")
                        .findValuesAsText("claim.value")
                        .contains(tenant + ""))
                .count();
    }

    private static RequestSpecification operator() {
        return given().auth().oauth2(TestTokens.as("operator").token());
    }
}
