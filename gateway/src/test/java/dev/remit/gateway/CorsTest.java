package dev.remit.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pages of other origins call where an origin is allowed for the token's tenant, and nowhere else. */
@QuarkusTest
class CorsTest extends GatewayTest {

    private static final String PATH = "/api/tickets/v1/tickets";
    private static final String OTHER_TENANT = "0198c0de-0000-7000-8000-000000000002";

    private HttpResponse<String> preflight(String origin) throws Exception {
        return send(bare(PATH)
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Headers", "authorization,if-match"));
    }

    private static String field(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private HttpRequest.Builder asked(String tenant, String origin) {
        String token = Tokens.sign(Tokens.claims().claim("tenant", tenant));
        return bare(PATH).header("Authorization", "Bearer " + token).header("Origin", origin);
    }

    @Test
    void aBrowserIsToldYesForAnOriginOfAnyTenant() throws Exception {
        for (String origin : List.of(GatewayWorld.ORIGIN_OF_TENANT, GatewayWorld.ORIGIN_OF_ALL)) {
            var answer = preflight(origin);
            assertEquals(204, answer.statusCode());
            assertEquals(origin, field(answer, "Access-Control-Allow-Origin"));
            assertTrue(field(answer, "Access-Control-Allow-Methods").contains("PUT"));
            assertTrue(field(answer, "Access-Control-Allow-Headers").contains("If-Match"));
            assertTrue(field(answer, "Access-Control-Allow-Headers").contains("Authorization"));
            assertEquals("", field(answer, "Access-Control-Allow-Credentials"));
            assertTrue(answer.headers().allValues("Vary").contains("origin"));
        }
        assertEquals(List.of(), tickets.seen());
    }

    @Test
    void aBrowserIsToldNoForEveryOther() throws Exception {
        for (String origin : List.of("https://evil.example", "null", GatewayWorld.ORIGIN_OF_TENANT + ".evil.example")) {
            var answer = preflight(origin);
            assertEquals("GET, HEAD, OPTIONS", field(answer, "Allow"));
            for (String name : List.of("Origin", "Methods", "Headers")) {
                assertEquals("", field(answer, "Access-Control-Allow-" + name));
            }
        }
    }

    @Test
    void thePageOfATenantReadsWhatItsTenantMay() throws Exception {
        var answer = send(asked(Tokens.TENANT, GatewayWorld.ORIGIN_OF_TENANT));

        assertEquals(200, answer.statusCode());
        assertEquals(GatewayWorld.ORIGIN_OF_TENANT, field(answer, "Access-Control-Allow-Origin"));
        for (String name : List.of("ETag", "Location", "Link", "X-Request-Id", "RateLimit", "Retry-After")) {
            assertTrue(field(answer, "Access-Control-Expose-Headers").contains(name), name);
        }
    }

    @Test
    void andNothingForAnotherTenant() throws Exception {
        var answer = send(asked(OTHER_TENANT, GatewayWorld.ORIGIN_OF_TENANT));

        assertProblem(answer, 403, "forbidden");
        assertEquals("", field(answer, "Access-Control-Allow-Origin"));
        assertEquals(List.of(), tickets.seen());
        assertEquals(200, send(asked(OTHER_TENANT, GatewayWorld.ORIGIN_OF_ALL)).statusCode());
    }

    @Test
    void anOriginThatNobodyNamedIsNobodysPage() throws Exception {
        var answer = send(asked(Tokens.TENANT, "https://evil.example"));

        assertEquals(200, answer.statusCode());
        assertEquals("", field(answer, "Access-Control-Allow-Origin"));
    }

    @Test
    void aPageReadsWhyItWasRefused() throws Exception {
        var answer = send(bare(PATH).header("Origin", GatewayWorld.ORIGIN_OF_TENANT));

        assertProblem(answer, 401, "unauthorized");
        assertEquals(GatewayWorld.ORIGIN_OF_TENANT, field(answer, "Access-Control-Allow-Origin"));
    }
}
