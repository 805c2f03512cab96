package dev.remit.contracts;

import static io.restassured.RestAssured.given;

import dev.remit.kit.testing.MySqlTestResource;
import dev.remit.kit.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** What the tests of this service share: a real MySQL, a neighbour, and callers with locally signed tokens. */
@QuarkusTestResource(
        value = MySqlTestResource.class,
        initArgs = @ResourceArg(name = "module", value = "contracts_service"))
@QuarkusTestResource(Neighbours.class)
@QuarkusTestResource(RealmDoor.class)
public abstract class ContractsTest {
    protected static final String API = "/api/contracts/v1";

    protected static RequestSpecification as(UUID tenant, String... roles) {
        return given().auth().oauth2(TestTokens.as(roles).tenant(tenant).token());
    }

    protected static RequestSpecification owner(UUID tenant) {
        return given().auth()
                .oauth2(TestTokens.as("owner")
                        .tenant(tenant)
                        .name("John Beacon")
                        .token());
    }

    /** The law firm's managing partner. */
    protected static RequestSpecification partner(UUID tenant) {
        return approver(tenant, "whitfield-crane", "partner");
    }

    protected static RequestSpecification approver(UUID tenant, String client, String username) {
        return given().auth()
                .oauth2(TestTokens.as("client-approver")
                        .tenant(tenant)
                        .client(client)
                        .username(username)
                        .token());
    }

    /** A request that creates something, under a key of its own. */
    protected static RequestSpecification once(RequestSpecification caller) {
        return caller.header("Idempotency-Key", UUID.randomUUID().toString());
    }

    protected static RequestSpecification once(RequestSpecification caller, Object body) {
        return once(caller).contentType("application/json").body(body);
    }
}
