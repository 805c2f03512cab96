package dev.remit.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A token is verified once and then known; never for longer than it is good, and no other token is taken for it. */
@QuarkusTest
class KnownTokenTest extends GatewayTest {

    private static final String PATH = "/api/tickets/v1/tickets";
    private static final int TIMES = 5;

    @Inject
    MeterRegistry meters;

    @Test
    void aTokenThatIsShownAgainIsNotVerifiedAgain() throws Exception {
        String token = Tokens.sign(fresh());
        double before = verified();

        for (int i = 0; i < TIMES; i++) {
            assertEquals(200, call(token).statusCode());
        }

        assertEquals(1, verified() - before);
        assertEquals("Bearer " + token, tickets.seen().getLast().headers().get("Authorization"));
    }

    @Test
    void aKnownTokenIsRefusedOnceItsTimeIsOver() throws Exception {
        Duration life = Duration.ofSeconds(3);
        String token = Tokens.sign(fresh().expiresIn(life));
        long begun = System.nanoTime();
        assertEquals(200, call(token).statusCode());

        await().atMost(life.plusSeconds(2)).until(() -> call(token).statusCode() == 401);

        assertTrue(System.nanoTime() - begun > life.minusSeconds(1).toNanos(), "refused before its time was over");
        assertProblem(call(token), 401, "unauthorized");
    }

    @Test
    void whatOnlyBeginsOrEndsLikeAKnownTokenIsRefused() throws Exception {
        String known = Tokens.sign(fresh());
        String other = Tokens.sign(fresh().claim("tenant", "0198c0de-0000-7000-8000-000000000002"));
        assertEquals(200, call(known).statusCode());
        int signature = known.lastIndexOf('.') + 1;
        int claims = known.indexOf('.') + 1;

        assertEquals(401, call(known.substring(0, known.length() - 8)).statusCode());
        assertEquals(401, call(known + "A").statusCode());
        assertEquals(
                401,
                call(known.substring(0, signature) + other.substring(other.lastIndexOf('.') + 1))
                        .statusCode());
        assertEquals(
                401,
                call(known.substring(0, claims)
                                + other.substring(claims, other.lastIndexOf('.'))
                                + known.substring(signature - 1))
                        .statusCode());
        assertEquals(200, call(known).statusCode());
    }

    @Test
    void aTokenThatAServiceRefusesIsVerifiedAgain() throws Exception {
        String token = Tokens.sign(fresh());
        assertEquals(200, call(token).statusCode());
        double before = verified();
        tickets.does(request -> request.response()
                .setStatusCode(401)
                .putHeader("WWW-Authenticate", "Bearer")
                .end("switched off"));

        HttpResponse<String> refused = call(token);

        assertEquals(401, refused.statusCode());
        assertEquals("switched off", refused.body());
        assertEquals("Bearer", refused.headers().firstValue("WWW-Authenticate").orElse(""));
        assertEquals(0, verified() - before);
        call(token);
        assertEquals(1, verified() - before);
    }

    @Test
    void aCallbacksCredentialIsNotLookedAtWhateverItsServiceAnswers() throws Exception {
        tickets.does(request -> request.response().setStatusCode(401).end());

        assertEquals(
                401,
                send(bare("/api/tickets/v1/connections/7/webhook").POST(BodyPublishers.ofString("{}")))
                        .statusCode());
    }

    private static JwtClaimsBuilder fresh() {
        return Tokens.claims().claim("jti", UUID.randomUUID().toString());
    }

    private HttpResponse<String> call(String token) throws Exception {
        return send(bare(PATH).header("Authorization", "Bearer " + token));
    }

    private double verified() {
        return meters.counter("remit.tokens", "found", "verified").count();
    }
}
