package dev.remit.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest extends GatewayTest {

    @Test
    void thePublishedDocumentIsServedWithTheRealmOfThisInstallation() throws Exception {
        var answer = send(bare("/openapi"));

        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(
                "application/json", answer.headers().firstValue("Content-Type").orElse(""));
        var document = new JsonObject(answer.body());
        assertEquals("3.1.0", document.getString("openapi"));
        for (String service : new String[] {"contracts", "tickets", "billing", "notifications"}) {
            assertTrue(
                    document.getJsonObject("paths").containsKey("/api/" + service + "/v1/audit"),
                    document.getJsonObject("paths").fieldNames().toString());
        }
        assertTrue(answer.body().contains(Tokens.issuer() + "/protocol/openid-connect/auth"));
        assertTrue(!answer.body().contains("keycloak.example"));
    }

    @Test
    void whoHasTheDocumentIsNotSentItAgain() throws Exception {
        String tag = send(bare("/openapi")).headers().firstValue("ETag").orElseThrow();

        assertEquals(304, send(bare("/openapi").header("If-None-Match", tag)).statusCode());
        assertEquals(
                200, send(bare("/openapi").header("If-None-Match", "\"other\"")).statusCode());
    }

    @Test
    void theDocumentIsTheSameWithAServiceDown() throws Exception {
        String before = send(bare("/openapi")).body();
        billing.stop();
        try {
            assertEquals(before, send(bare("/openapi")).body());
        } finally {
            billing.start();
        }
    }
}
