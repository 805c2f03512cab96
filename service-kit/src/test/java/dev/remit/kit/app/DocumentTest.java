package dev.remit.kit.app;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
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
                        "paths.'/api/gadgets/v1/gadgets'.post.responses.'422'.'$ref'",
                        equalTo("#/components/responses/UnprocessableContent"))
                .body("components.responses.BadRequest.content", hasKey("application/problem+json"))
                .body("paths.'/api/gadgets/v1/gadgets'.get.parameters.name", hasItems("limit", "cursor"))
                .body("paths.'/api/gadgets/v1/sandbox/clock'.post.responses", hasKey("409"));
    }

    @Test
    void aMethodsJavadocAndTypesDescribeItsOperation() {
        String post = "paths.'/api/gadgets/v1/gadgets'.post.";
        given().get("/q/openapi?format=json")
                .then()
                .body(post + "summary", equalTo("Makes a gadget"))
                .body(
                        post + "description",
                        equalTo("Its name may be anybody's.\n\nRoles: `owner`, `technician`, `client-approver`."))
                .body(post + "'x-remit-roles'", contains("owner", "technician", "client-approver"))
                .body(post + "requestBody.description", equalTo("The gadget"))
                .body(post + "requestBody.required", equalTo(true))
                .body(post + "parameters.find { it.name == 'Idempotency-Key' }.required", equalTo(true))
                .body(post + "responses.'201'.description", equalTo("The new gadget"))
                .body(post + "responses.'201'.headers", hasKey("Location"))
                .body(post + "responses.'201'.headers", hasKey("ETag"))
                .body(
                        post + "responses.'201'.headers.'Idempotent-Replayed'.'$ref'",
                        equalTo("#/components/headers/Idempotent-Replayed"))
                .body(
                        post + "responses.'201'.content.'application/json'.schema.'$ref'",
                        equalTo("#/components/schemas/GadgetView"))
                .body("paths.'/api/gadgets/v1/gadgets/{id}/name'.put.parameters.name", hasItems("id", "If-Match"));
    }

    @Test
    void answersNameTheHeaderFieldsThatTheyCanHave() {
        String list = "paths.'/api/gadgets/v1/gadgets'.get.responses.'200'.headers.";
        String old = "paths.'/api/gadgets/v1/papers/old'.get.responses.'200'.headers";
        given().get("/q/openapi?format=json")
                .then()
                .body(list + "Link.'$ref'", equalTo("#/components/headers/Link"))
                .body(list + "RateLimit.'$ref'", equalTo("#/components/headers/RateLimit"))
                .body(list + "'RateLimit-Policy'.'$ref'", equalTo("#/components/headers/RateLimit-Policy"))
                .body("paths.'/api/gadgets/v1/gadgets/feed'.get.responses.'200'.headers", hasKey("Link"))
                .body("paths.'/api/gadgets/v1/papers'.get.responses.'200'.headers", not(hasKey("Link")))
                .body("paths.'/api/gadgets/v1/papers'.get.responses.'200'.headers", not(hasKey("Sunset")))
                .body(old + ".Deprecation.'$ref'", equalTo("#/components/headers/Deprecation"))
                .body(old, hasKey("Sunset"))
                .body(old, hasKey("Link"))
                .body(
                        "paths.'/api/gadgets/v1/gadgets'.post.responses.'429'.'$ref'",
                        equalTo("#/components/responses/TooManyRequests"))
                .body("components.responses.TooManyRequests.headers.'Retry-After'.required", equalTo(true))
                .body("components.responses.ServiceUnavailable.headers.'Retry-After'.required", equalTo(true))
                .body("components.responses.BadRequest.headers", hasKey("RateLimit"));
    }
}
