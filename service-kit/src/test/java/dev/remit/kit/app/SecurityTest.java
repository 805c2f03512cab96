package dev.remit.kit.app;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.remit.kit.testing.TestTenants;
import dev.remit.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SecurityTest extends KitTest {
    private final UUID tenant = TestTenants.fresh();

    private static void refused(String token, int status, String slug) {
        given().header("Authorization", "Bearer " + token)
                .get(GADGETS)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("https://remit.dev/problems/" + slug))
                .header("X-Request-Id", notNullValue());
    }

    @Test
    void noTokenIsUnauthorized() {
        given().get(GADGETS)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("type", equalTo("https://remit.dev/problems/unauthorized"));
    }

    @Test
    void badTokensAreUnauthorized() {
        TestTokens good = TestTokens.as("owner").tenant(tenant);
        refused("nonsense", 401, "unauthorized");
        refused(good.validFor(-3600).token(), 401, "unauthorized");
        refused(good.audience("other-api").token(), 401, "unauthorized");
        refused(good.issuer("http://elsewhere/realms/remit").token(), 401, "unauthorized");
        String[] parts = good.token().split("\\.");
        refused(parts[0] + "." + parts[1] + "." + "A".repeat(parts[2].length()), 401, "unauthorized");
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        refused(none + "." + parts[1] + ".", 401, "unauthorized");
    }

    @Test
    void otherRolesAreForbidden() {
        refused(TestTokens.as("auditor").tenant(tenant).token(), 403, "forbidden");
        refused(TestTokens.service().token(), 403, "forbidden");
    }

    @Test
    void badTokenDoesNotOpenEvenAnOpenEndpoint() {
        given().get(GADGETS + "/open").then().statusCode(200);
        given().header("Authorization", "Bearer nonsense")
                .get(GADGETS + "/open")
                .then()
                .statusCode(401);
    }

    @Test
    void whoIsNoActiveApproverReadsNothing() {
        TestTokens partner = TestTokens.as("client-approver").tenant(tenant).client("whitfield-crane");
        refused(partner.username(GadgetApprovers.REMOVED).token(), 403, "forbidden");
        refused(partner.client("unknown-client").token(), 403, "forbidden");
        refused(TestTokens.as("client-approver").tenant(tenant).token(), 403, "forbidden");
        given().auth().oauth2(partner.token()).get(GADGETS).then().statusCode(200);
    }

    @Test
    void internalEndpointsAreForServicesOnly() {
        String feed = "/internal/v1/feed";
        given().get(feed).then().statusCode(401).contentType("application/problem+json");
        owner(tenant).get(feed).then().statusCode(403).contentType("application/problem+json");
        given().auth().oauth2(TestTokens.as("service").token()).get(feed).then().statusCode(403);
        given().auth()
                .oauth2(TestTokens.as("owner")
                        .audience("remit-api", "remit-internal")
                        .token())
                .get(feed)
                .then()
                .statusCode(403);
        given().auth().oauth2(TestTokens.service().token()).get(feed).then().statusCode(200);
        owner(tenant).get("/internal/v1/nothing").then().statusCode(403);
    }

    @Test
    void callerIsWhoTheTokenSays() {
        given().auth()
                .oauth2(TestTokens.as("client-approver")
                        .tenant(tenant)
                        .client("whitfield-crane")
                        .username("partner")
                        .token())
                .get(GADGETS + "/me")
                .then()
                .statusCode(200)
                .body("tenant", equalTo(tenant.toString()))
                .body("username", equalTo("partner"))
                .body("name", equalTo("Test partner"))
                .body("email", equalTo("partner@example.com"))
                .body("client", equalTo("whitfield-crane"));
    }

    @Test
    void clientsCallerSeesThatClientOnly() {
        TestTokens partner = TestTokens.as("client-approver").tenant(tenant);
        String own = partner.client("whitfield-crane").token();
        given().auth()
                .oauth2(own)
                .get(GADGETS + "/of-client/whitfield-crane")
                .then()
                .statusCode(200);
        given().auth().oauth2(own).get(GADGETS + "/of-client/other").then().statusCode(404);
        given().auth()
                .oauth2(partner.token())
                .get(GADGETS + "/of-client/other")
                .then()
                .statusCode(403);
        owner(tenant).get(GADGETS + "/of-client/other").then().statusCode(200);
    }
}
