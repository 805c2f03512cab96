package dev.remit.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** A realm that takes its key back and signs with another one from then on. */
@QuarkusTest
@TestProfile(RolledKeysTest.OwnIssuer.class)
class RolledKeysTest extends GatewayTest {

    /** An issuer that no other test class asks. */
    public static class OwnIssuer implements QuarkusTestProfile {}

    @Test
    void tokensOfTheOldKeyAreRefusedOnceOneOfTheNewHasCome() throws Exception {
        String old = Tokens.desk();
        assertEquals(200, call(old).statusCode());

        URI roll = URI.create(Tokens.issuer()).resolve("/keys/roll");
        assertEquals(
                200,
                send(HttpRequest.newBuilder(roll).POST(BodyPublishers.noBody())).statusCode());

        String young = Tokens.signWithNextKey(Tokens.claims());
        // The realm is asked for its keys every 30 s at most.
        await().atMost(40, SECONDS).until(() -> call(young).statusCode() == 200);
        assertEquals(401, call(old).statusCode());
    }

    private HttpResponse<String> call(String token) throws Exception {
        return send(bare("/api/tickets/v1/tickets").header("Authorization", "Bearer " + token));
    }
}
