package dev.remit.kit.app;

import static io.restassured.RestAssured.given;

import dev.remit.kit.testing.MySqlTestResource;
import dev.remit.kit.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** The small application that the kit is tried in: a service of gadgets. */
@QuarkusTestResource(value = MySqlTestResource.class, initArgs = @ResourceArg(name = "module", value = "service_kit"))
@QuarkusTestResource(KnownPort.class)
public abstract class KitTest {
    protected static final String GADGETS = "/api/gadgets/v1/gadgets";

    protected static RequestSpecification as(UUID tenant, String... roles) {
        return given().auth().oauth2(TestTokens.as(roles).tenant(tenant).token());
    }

    protected static RequestSpecification owner(UUID tenant) {
        return as(tenant, "owner");
    }

    protected static RequestSpecification sending(UUID tenant, String body) {
        return owner(tenant)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body);
    }

    protected static String make(UUID tenant, String name) {
        return sending(tenant, "{\"name\":\"" + name + "\"}")
                .post(GADGETS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
