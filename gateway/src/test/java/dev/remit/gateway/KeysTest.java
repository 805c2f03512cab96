package dev.remit.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Begins with a Keycloak that does not give its keys yet; it gives them, and then is away again. */
@QuarkusTest
@TestProfile(KeysTest.KeysComeLate.class)
class KeysTest extends GatewayTest {

    public static class KeysComeLate implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(GatewayWorld.class, Map.of("keys", "hidden")));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    @Test
    void itIsReadyOnceItHasSeenTheKeysAndStaysSo() throws Exception {
        var answer = send(managed("/q/health/ready"));
        assertEquals(503, answer.statusCode(), answer.body());
        assertTrue(!answer.body().contains("localhost"), answer.body());
        assertEquals(200, send(managed("/q/health/live")).statusCode());
        assertProblem(get("/api/tickets/v1/tickets"), 503, "service-unavailable");

        int before = Integer.parseInt(issuer("/keys/asked"));
        for (int i = 0; i < 50; i++) {
            assertEquals(503, send(managed("/q/health/ready")).statusCode());
        }
        int asked = Integer.parseInt(issuer("/keys/asked")) - before;
        assertTrue(asked <= 5, "asked " + asked + " times");

        issuer("/keys/give");
        await().atMost(10, SECONDS).until(() -> send(managed("/q/health/ready")).statusCode() == 200);

        issuer("/keys/hide");
        assertEquals(200, send(managed("/q/health/ready")).statusCode());
        assertEquals(
                200,
                send(bare("/api/tickets/v1/connections/7/webhook").POST(BodyPublishers.ofString("{}")))
                        .statusCode());
    }

    private static String issuer(String path) throws Exception {
        var answer = send(HttpRequest.newBuilder(URI.create(Tokens.issuer()).resolve(path)));
        assertEquals(200, answer.statusCode());
        return answer.body();
    }
}
