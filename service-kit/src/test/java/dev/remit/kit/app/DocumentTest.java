package dev.remit.kit.app;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The OpenAPI document describes alike what is alike. */
@QuarkusTest
class DocumentTest {
    @Test
    void problemsTokenAndMoneyAreDescribed() {
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("openapi", startsWith("3.1"))
                .body("components.schemas.Problem.required", hasItems("type", "title", "status"))
                .body("components.schemas.Money.additionalProperties", equalTo(false))
                .body("components.schemas.Money.required", hasItems("amount", "currency"))
                .body("components.securitySchemes.token.scheme", equalTo("bearer"))
                .body("paths.'/api/gadgets/v1/gadgets'.post.responses", hasKey("201"))
                .body(
                        "paths.'/api/gadgets/v1/gadgets'.post.responses.'422'.content",
                        hasKey("application/problem+json"))
                .body("paths.'/api/gadgets/v1/gadgets'.get.parameters.name", hasItems("limit", "cursor"))
                .body("paths.'/api/gadgets/v1/sandbox/clock'.post.responses", hasKey("409"));
    }
}
